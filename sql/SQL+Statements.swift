/// The statements, one constant a file.
extension SQL {
    package static let accountAdd = named("account_add", PackageResources.account_add_sql)
    package static let accountAmend = named("account_amend", PackageResources.account_amend_sql)
    package static let accountByName = named(
        "account_by_name", PackageResources.account_by_name_sql)
    package static let accountList = named("account_list", PackageResources.account_list_sql)
    package static let accountLock = named("account_lock", PackageResources.account_lock_sql)
    package static let accountPassword = named(
        "account_password", PackageResources.account_password_sql)
    package static let accountRows = named("account_rows", PackageResources.account_rows_sql)
    package static let activities = named("activities", PackageResources.activities_sql)
    package static let affiliates = named("affiliates", PackageResources.affiliates_sql)
    package static let affiliationEnd = named(
        "affiliation_end", PackageResources.affiliation_end_sql)
    package static let affiliationList = named(
        "affiliation_list", PackageResources.affiliation_list_sql)
    package static let affiliationRows = named(
        "affiliation_rows", PackageResources.affiliation_rows_sql)
    package static let affiliationsAdd = named(
        "affiliations_add", PackageResources.affiliations_add_sql)
    package static let allowanceUsed = named("allowance_used", PackageResources.allowance_used_sql)
    package static let awardExists = named("award_exists", PackageResources.award_exists_sql)
    package static let awardList = named("award_list", PackageResources.award_list_sql)
    package static let awardVoid = named("award_void", PackageResources.award_void_sql)
    package static let awardsAdd = named("awards_add", PackageResources.awards_add_sql)
    package static let awardsKnown = named("awards_known", PackageResources.awards_known_sql)
    package static let certificationList = named(
        "certification_list", PackageResources.certification_list_sql)
    package static let certificationLock = named(
        "certification_lock", PackageResources.certification_lock_sql)
    package static let certificationMarks = named(
        "certification_marks", PackageResources.certification_marks_sql)
    package static let certificationOf = named(
        "certification_of", PackageResources.certification_of_sql)
    package static let certificationReinstate = named(
        "certification_reinstate", PackageResources.certification_reinstate_sql)
    package static let certificationRevoke = named(
        "certification_revoke", PackageResources.certification_revoke_sql)
    package static let certificationRows = named(
        "certification_rows", PackageResources.certification_rows_sql)
    package static let certificationSuspend = named(
        "certification_suspend", PackageResources.certification_suspend_sql)
    package static let certificationSuspensionRemove = named(
        "certification_suspension_remove", PackageResources.certification_suspension_remove_sql)
    package static let certificationSuspensions = named(
        "certification_suspensions", PackageResources.certification_suspensions_sql)
    package static let certificationTouch = named(
        "certification_touch", PackageResources.certification_touch_sql)
    package static let certificationsAdd = named(
        "certifications_add", PackageResources.certifications_add_sql)
    package static let certificationsTouch = named(
        "certifications_touch", PackageResources.certifications_touch_sql)
    package static let certifiedPeople = named(
        "certified_people", PackageResources.certified_people_sql)
    package static let coverageList = named("coverage_list", PackageResources.coverage_list_sql)
    package static let dispatchNotices = named(
        "dispatch_notices", PackageResources.dispatch_notices_sql)
    package static let dispatchSettle = named(
        "dispatch_settle", PackageResources.dispatch_settle_sql)
    package static let dispatchTake = named("dispatch_take", PackageResources.dispatch_take_sql)
    package static let dispatchWithdraw = named(
        "dispatch_withdraw", PackageResources.dispatch_withdraw_sql)
    package static let doctorBatch = named("doctor_batch", PackageResources.doctor_batch_sql)
    package static let doctorClaims = named("doctor_claims", PackageResources.doctor_claims_sql)
    package static let doctorForms = named("doctor_forms", PackageResources.doctor_forms_sql)
    package static let doctorGiven = named("doctor_given", PackageResources.doctor_given_sql)
    package static let doctorGuards = named("doctor_guards", PackageResources.doctor_guards_sql)
    package static let doctorLogins = named("doctor_logins", PackageResources.doctor_logins_sql)
    package static let doctorNotices = named("doctor_notices", PackageResources.doctor_notices_sql)
    package static let doctorOverlap = named("doctor_overlap", PackageResources.doctor_overlap_sql)
    package static let doctorParents = named("doctor_parents", PackageResources.doctor_parents_sql)
    package static let doctorPeople = named("doctor_people", PackageResources.doctor_people_sql)
    package static let doctorRenewed = named("doctor_renewed", PackageResources.doctor_renewed_sql)
    package static let doctorRuns = named("doctor_runs", PackageResources.doctor_runs_sql)
    package static let doctorSealed = named("doctor_sealed", PackageResources.doctor_sealed_sql)
    package static let doctorSpans = named("doctor_spans", PackageResources.doctor_spans_sql)
    package static let doctorTokens = named("doctor_tokens", PackageResources.doctor_tokens_sql)
    package static let doctorTold = named("doctor_told", PackageResources.doctor_told_sql)
    package static let eventAdd = named("event_add", PackageResources.event_add_sql)
    package static let eventAudit = named("event_audit", PackageResources.event_audit_sql)
    package static let eventBlockAdd = named(
        "event_block_add", PackageResources.event_block_add_sql)
    package static let eventBlockLast = named(
        "event_block_last", PackageResources.event_block_last_sql)
    package static let eventBlockNext = named(
        "event_block_next", PackageResources.event_block_next_sql)
    package static let eventList = named("event_list", PackageResources.event_list_sql)
    package static let eventListNewest = named(
        "event_list_newest", PackageResources.event_list_newest_sql)
    package static let eventNewest = named("event_newest", PackageResources.event_newest_sql)
    package static let eventRows = named("event_rows", PackageResources.event_rows_sql)
    package static let eventSealingLock = named(
        "event_sealing_lock", PackageResources.event_sealing_lock_sql)
    package static let eventSerials = named("event_serials", PackageResources.event_serials_sql)
    package static let experienceRuleAdd = named(
        "experience_rule_add", PackageResources.experience_rule_add_sql)
    package static let experienceRulesLoad = named(
        "experience_rules_load", PackageResources.experience_rules_load_sql)
    package static let expiryItems = named("expiry_items", PackageResources.expiry_items_sql)
    package static let expiryRunList = named(
        "expiry_run_list", PackageResources.expiry_run_list_sql)
    package static let expiryRunsAround = named(
        "expiry_runs_around", PackageResources.expiry_runs_around_sql)
    package static let forecastNext = named("forecast_next", PackageResources.forecast_next_sql)
    package static let forecastOpen = named("forecast_open", PackageResources.forecast_open_sql)
    package static let indexedOrganisationsPage = named(
        "indexed_organisations_page", PackageResources.indexed_organisations_page_sql)
    package static let indexedPeople = named("indexed_people", PackageResources.indexed_people_sql)
    package static let indexedPeoplePage = named(
        "indexed_people_page", PackageResources.indexed_people_page_sql)
    package static let licenceAdd = named("licence_add", PackageResources.licence_add_sql)
    package static let licenceAmend = named("licence_amend", PackageResources.licence_amend_sql)
    package static let licenceByExternal = named(
        "licence_by_external", PackageResources.licence_by_external_sql)
    package static let licenceCover = named("licence_cover", PackageResources.licence_cover_sql)
    package static let licenceList = named("licence_list", PackageResources.licence_list_sql)
    package static let licenceLock = named("licence_lock", PackageResources.licence_lock_sql)
    package static let licenceProgrammesAdd = named(
        "licence_programmes_add", PackageResources.licence_programmes_add_sql)
    package static let licenceProgrammesClear = named(
        "licence_programmes_clear", PackageResources.licence_programmes_clear_sql)
    package static let licenceReinstate = named(
        "licence_reinstate", PackageResources.licence_reinstate_sql)
    package static let licenceReportFile = named(
        "licence_report_file", PackageResources.licence_report_file_sql)
    package static let licenceRevoke = named("licence_revoke", PackageResources.licence_revoke_sql)
    package static let licenceRows = named("licence_rows", PackageResources.licence_rows_sql)
    package static let licenceSuspend = named(
        "licence_suspend", PackageResources.licence_suspend_sql)
    package static let licenceSuspensionRemove = named(
        "licence_suspension_remove", PackageResources.licence_suspension_remove_sql)
    package static let licenceTouch = named("licence_touch", PackageResources.licence_touch_sql)
    package static let licenceUncover = named(
        "licence_uncover", PackageResources.licence_uncover_sql)
    package static let licencesOfOrganisations = named(
        "licences_of_organisations", PackageResources.licences_of_organisations_sql)
    package static let logMoment = named("log_moment", PackageResources.log_moment_sql)
    package static let logSince = named("log_since", PackageResources.log_since_sql)
    package static let loginSecret = named("login_secret", PackageResources.login_secret_sql)
    package static let mergeAwards = named("merge_awards", PackageResources.merge_awards_sql)
    package static let mergeBound = named("merge_bound", PackageResources.merge_bound_sql)
    package static let mergeFold = named("merge_fold", PackageResources.merge_fold_sql)
    package static let mergeForget = named("merge_forget", PackageResources.merge_forget_sql)
    package static let mergeJoin = named("merge_join", PackageResources.merge_join_sql)
    package static let mergeKeep = named("merge_keep", PackageResources.merge_keep_sql)
    package static let mergeKept = named("merge_kept", PackageResources.merge_kept_sql)
    package static let mergeLeave = named("merge_leave", PackageResources.merge_leave_sql)
    package static let mergeMade = named("merge_made", PackageResources.merge_made_sql)
    package static let mergeMark = named("merge_mark", PackageResources.merge_mark_sql)
    package static let mergeMove = named("merge_move", PackageResources.merge_move_sql)
    package static let mergeParts = named("merge_parts", PackageResources.merge_parts_sql)
    package static let mergeUnsuspend = named(
        "merge_unsuspend", PackageResources.merge_unsuspend_sql)
    package static let mergedSince = named("merged_since", PackageResources.merged_since_sql)
    package static let nightlyAffiliationEnded = named(
        "nightly_affiliation_ended", PackageResources.nightly_affiliation_ended_sql)
    package static let nightlyBegin = named("nightly_begin", PackageResources.nightly_begin_sql)
    package static let nightlyCandidates = named(
        "nightly_candidates", PackageResources.nightly_candidates_sql)
    package static let nightlyCoverageEnded = named(
        "nightly_coverage_ended", PackageResources.nightly_coverage_ended_sql)
    package static let nightlyExpired = named(
        "nightly_expired", PackageResources.nightly_expired_sql)
    package static let nightlyExpiring = named(
        "nightly_expiring", PackageResources.nightly_expiring_sql)
    package static let nightlyFinish = named("nightly_finish", PackageResources.nightly_finish_sql)
    package static let nightlyKnow = named("nightly_know", PackageResources.nightly_know_sql)
    package static let nightlyLapsed = named("nightly_lapsed", PackageResources.nightly_lapsed_sql)
    package static let nightlyLeaseLock = named(
        "nightly_lease_lock", PackageResources.nightly_lease_lock_sql)
    package static let nightlyLeaseTake = named(
        "nightly_lease_take", PackageResources.nightly_lease_take_sql)
    package static let nightlyLeaseUnlock = named(
        "nightly_lease_unlock", PackageResources.nightly_lease_unlock_sql)
    package static let nightlyRearm = named("nightly_rearm", PackageResources.nightly_rearm_sql)
    package static let nightlyRecord = named("nightly_record", PackageResources.nightly_record_sql)
    package static let nightlyReports = named(
        "nightly_reports", PackageResources.nightly_reports_sql)
    package static let nightlySession = named(
        "nightly_session", PackageResources.nightly_session_sql)
    package static let nightlyVerdicts = named(
        "nightly_verdicts", PackageResources.nightly_verdicts_sql)
    package static let nightlyWithdraw = named(
        "nightly_withdraw", PackageResources.nightly_withdraw_sql)
    package static let noticeAcknowledge = named(
        "notice_acknowledge", PackageResources.notice_acknowledge_sql)
    package static let noticeList = named("notice_list", PackageResources.notice_list_sql)
    package static let noticeLock = named("notice_lock", PackageResources.notice_lock_sql)
    package static let noticeRows = named("notice_rows", PackageResources.notice_rows_sql)
    package static let noticeSnooze = named("notice_snooze", PackageResources.notice_snooze_sql)
    package static let numbersDraw = named("numbers_draw", PackageResources.numbers_draw_sql)
    package static let numbersPass = named("numbers_pass", PackageResources.numbers_pass_sql)
    package static let organisationAmend = named(
        "organisation_amend", PackageResources.organisation_amend_sql)
    package static let organisationAncestors = named(
        "organisation_ancestors", PackageResources.organisation_ancestors_sql)
    package static let organisationByExternal = named(
        "organisation_by_external", PackageResources.organisation_by_external_sql)
    package static let organisationClose = named(
        "organisation_close", PackageResources.organisation_close_sql)
    package static let organisationFind = named(
        "organisation_find", PackageResources.organisation_find_sql)
    package static let organisationList = named(
        "organisation_list", PackageResources.organisation_list_sql)
    package static let organisationLock = named(
        "organisation_lock", PackageResources.organisation_lock_sql)
    package static let organisationRows = named(
        "organisation_rows", PackageResources.organisation_rows_sql)
    package static let organisationShare = named(
        "organisation_share", PackageResources.organisation_share_sql)
    package static let organisationTree = named(
        "organisation_tree", PackageResources.organisation_tree_sql)
    package static let organisationsAdd = named(
        "organisations_add", PackageResources.organisations_add_sql)
    package static let organisationsClosed = named(
        "organisations_closed", PackageResources.organisations_closed_sql)
    package static let passedTrainings = named(
        "passed_trainings", PackageResources.passed_trainings_sql)
    package static let peopleAdd = named("people_add", PackageResources.people_add_sql)
    package static let peopleTouch = named("people_touch", PackageResources.people_touch_sql)
    package static let personAlike = named("person_alike", PackageResources.person_alike_sql)
    package static let personAmend = named("person_amend", PackageResources.person_amend_sql)
    package static let personByExternal = named(
        "person_by_external", PackageResources.person_by_external_sql)
    package static let personErase = named("person_erase", PackageResources.person_erase_sql)
    package static let personEraseEvents = named(
        "person_erase_events", PackageResources.person_erase_events_sql)
    package static let personEraseEvidence = named(
        "person_erase_evidence", PackageResources.person_erase_evidence_sql)
    package static let personErasePeers = named(
        "person_erase_peers", PackageResources.person_erase_peers_sql)
    package static let personEraseRequests = named(
        "person_erase_requests", PackageResources.person_erase_requests_sql)
    package static let personFacts = named("person_facts", PackageResources.person_facts_sql)
    package static let personFind = named("person_find", PackageResources.person_find_sql)
    package static let personHold = named("person_hold", PackageResources.person_hold_sql)
    package static let personList = named("person_list", PackageResources.person_list_sql)
    package static let personLock = named("person_lock", PackageResources.person_lock_sql)
    package static let personMerged = named("person_merged", PackageResources.person_merged_sql)
    package static let personPeerSet = named(
        "person_peer_set", PackageResources.person_peer_set_sql)
    package static let personPeersAdd = named(
        "person_peers_add", PackageResources.person_peers_add_sql)
    package static let personProgrammes = named(
        "person_programmes", PackageResources.person_programmes_sql)
    package static let personRetell = named("person_retell", PackageResources.person_retell_sql)
    package static let personRows = named("person_rows", PackageResources.person_rows_sql)
    package static let personShared = named("person_shared", PackageResources.person_shared_sql)
    package static let personSuccessors = named(
        "person_successors", PackageResources.person_successors_sql)
    package static let personTouch = named("person_touch", PackageResources.person_touch_sql)
    package static let policyEnd = named("policy_end", PackageResources.policy_end_sql)
    package static let policyLock = named("policy_lock", PackageResources.policy_lock_sql)
    package static let policyNumberAdd = named(
        "policy_number_add", PackageResources.policy_number_add_sql)
    package static let policyNumbersLoad = named(
        "policy_numbers_load", PackageResources.policy_numbers_load_sql)
    package static let policyShare = named("policy_share", PackageResources.policy_share_sql)
    package static let policyVersions = named(
        "policy_versions", PackageResources.policy_versions_sql)
    package static let prerequisiteAdd = named(
        "prerequisite_add", PackageResources.prerequisite_add_sql)
    package static let prerequisitesLoad = named(
        "prerequisites_load", PackageResources.prerequisites_load_sql)
    package static let previewClose = named("preview_close", PackageResources.preview_close_sql)
    package static let previewNext = named("preview_next", PackageResources.preview_next_sql)
    package static let previewOrder = named("preview_order", PackageResources.preview_order_sql)
    package static let programmeAdd = named("programme_add", PackageResources.programme_add_sql)
    package static let programmeAmend = named(
        "programme_amend", PackageResources.programme_amend_sql)
    package static let programmeBound = named(
        "programme_bound", PackageResources.programme_bound_sql)
    package static let programmeLock = named("programme_lock", PackageResources.programme_lock_sql)
    package static let programmeModeAdd = named(
        "programme_mode_add", PackageResources.programme_mode_add_sql)
    package static let programmeModesClear = named(
        "programme_modes_clear", PackageResources.programme_modes_clear_sql)
    package static let programmeModesLoad = named(
        "programme_modes_load", PackageResources.programme_modes_load_sql)
    package static let programmesLoad = named(
        "programmes_load", PackageResources.programmes_load_sql)
    package static let requestClaim = named("request_claim", PackageResources.request_claim_sql)
    package static let requestFind = named("request_find", PackageResources.request_find_sql)
    package static let requestReply = named("request_reply", PackageResources.request_reply_sql)
    package static let retentionRuleAdd = named(
        "retention_rule_add", PackageResources.retention_rule_add_sql)
    package static let retentionRulesLoad = named(
        "retention_rules_load", PackageResources.retention_rules_load_sql)
    package static let revocationList = named(
        "revocation_list", PackageResources.revocation_list_sql)
    package static let rulesKeep = named("rules_keep", PackageResources.rules_keep_sql)
    package static let severitiesLoad = named(
        "severities_load", PackageResources.severities_load_sql)
    package static let severityAdd = named("severity_add", PackageResources.severity_add_sql)
    package static let standingAdd = named("standing_add", PackageResources.standing_add_sql)
    package static let standingClear = named("standing_clear", PackageResources.standing_clear_sql)
    package static let standingKept = named("standing_kept", PackageResources.standing_kept_sql)
    package static let standingPresent = named(
        "standing_present", PackageResources.standing_present_sql)
    package static let statusLoad = named("status_load", PackageResources.status_load_sql)
    package static let suspensionList = named(
        "suspension_list", PackageResources.suspension_list_sql)
    package static let thingsSeen = named("things_seen", PackageResources.things_seen_sql)
    package static let tokenAdd = named("token_add", PackageResources.token_add_sql)
    package static let tokenByHash = named("token_by_hash", PackageResources.token_by_hash_sql)
    package static let tokenList = named("token_list", PackageResources.token_list_sql)
    package static let tokenLock = named("token_lock", PackageResources.token_lock_sql)
    package static let tokenRevoke = named("token_revoke", PackageResources.token_revoke_sql)
    package static let tokenRows = named("token_rows", PackageResources.token_rows_sql)
    package static let trainingAdd = named("training_add", PackageResources.training_add_sql)
    package static let trainingAttendeesAdd = named(
        "training_attendees_add", PackageResources.training_attendees_add_sql)
    package static let trainingAttendeesClear = named(
        "training_attendees_clear", PackageResources.training_attendees_clear_sql)
    package static let trainingByExternal = named(
        "training_by_external", PackageResources.training_by_external_sql)
    package static let trainingComplete = named(
        "training_complete", PackageResources.training_complete_sql)
    package static let trainingFormatAdd = named(
        "training_format_add", PackageResources.training_format_add_sql)
    package static let trainingFormatsClear = named(
        "training_formats_clear", PackageResources.training_formats_clear_sql)
    package static let trainingFormatsLoad = named(
        "training_formats_load", PackageResources.training_formats_load_sql)
    package static let trainingList = named("training_list", PackageResources.training_list_sql)
    package static let trainingLock = named("training_lock", PackageResources.training_lock_sql)
    package static let trainingRows = named("training_rows", PackageResources.training_rows_sql)
    package static let trainingTrainersAdd = named(
        "training_trainers_add", PackageResources.training_trainers_add_sql)
    package static let trainingTrainersClear = named(
        "training_trainers_clear", PackageResources.training_trainers_clear_sql)
    package static let trainingVoid = named("training_void", PackageResources.training_void_sql)
    package static let trainingWaive = named("training_waive", PackageResources.training_waive_sql)
    package static let trainingsTouched = named(
        "trainings_touched", PackageResources.trainings_touched_sql)
    package static let transactionNumber = named(
        "transaction_number", PackageResources.transaction_number_sql)
    package static let unmergeAttended = named(
        "unmerge_attended", PackageResources.unmerge_attended_sql)
    package static let unmergeAwards = named("unmerge_awards", PackageResources.unmerge_awards_sql)
    package static let unmergeBound = named("unmerge_bound", PackageResources.unmerge_bound_sql)
    package static let unmergeCertify = named(
        "unmerge_certify", PackageResources.unmerge_certify_sql)
    package static let unmergeChanged = named(
        "unmerge_changed", PackageResources.unmerge_changed_sql)
    package static let unmergeClear = named("unmerge_clear", PackageResources.unmerge_clear_sql)
    package static let unmergeGiven = named("unmerge_given", PackageResources.unmerge_given_sql)
    package static let unmergeJoin = named("unmerge_join", PackageResources.unmerge_join_sql)
    package static let unmergeLeave = named("unmerge_leave", PackageResources.unmerge_leave_sql)
    package static let unmergeLed = named("unmerge_led", PackageResources.unmerge_led_sql)
    package static let unmergeMark = named("unmerge_mark", PackageResources.unmerge_mark_sql)
    package static let unmergeSince = named("unmerge_since", PackageResources.unmerge_since_sql)
    package static let unmergeSplit = named("unmerge_split", PackageResources.unmerge_split_sql)
    package static let unmergeSuspend = named(
        "unmerge_suspend", PackageResources.unmerge_suspend_sql)
    package static let verdictsKnown = named("verdicts_known", PackageResources.verdicts_known_sql)
    package static let workshopAdd = named("workshop_add", PackageResources.workshop_add_sql)
    package static let workshopByExternal = named(
        "workshop_by_external", PackageResources.workshop_by_external_sql)
    package static let workshopComplete = named(
        "workshop_complete", PackageResources.workshop_complete_sql)
    package static let workshopLeadersAdd = named(
        "workshop_leaders_add", PackageResources.workshop_leaders_add_sql)
    package static let workshopLeadersClear = named(
        "workshop_leaders_clear", PackageResources.workshop_leaders_clear_sql)
    package static let workshopList = named("workshop_list", PackageResources.workshop_list_sql)
    package static let workshopLock = named("workshop_lock", PackageResources.workshop_lock_sql)
    package static let workshopRows = named("workshop_rows", PackageResources.workshop_rows_sql)
    package static let workshopVoid = named("workshop_void", PackageResources.workshop_void_sql)
    package static let workshopWaive = named("workshop_waive", PackageResources.workshop_waive_sql)
    package static let workshopsTouched = named(
        "workshops_touched", PackageResources.workshops_touched_sql)

    private static func named(_ name: String, _ bytes: [UInt8]) -> Named {
        Named(name: name, text: text(bytes))
    }
}

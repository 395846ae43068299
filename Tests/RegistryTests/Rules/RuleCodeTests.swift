import Registry
import Testing

@Suite("Codes and reasons")
struct RuleCodeTests {
    /// The codes of the contract's tables, written out again.
    private static let contract: Set<String> = [
        "organisation-closed", "no-licence", "too-few-leaders", "no-peer-leader", "report-overdue",
        "profession-missing", "too-few-master-trainers", "dates-invalid", "date-in-future",
        "training-not-offered", "training-length", "too-few-trainers", "trainer-not-authorised",
        "trainer-attends", "prerequisite-missing", "not-a-leader", "refresher-too-early",
        "refresher-repeated", "never-trained", "certification-revoked", "duplicate-training",
        "over-allowance", "mode-not-offered", "session-count", "leader-not-authorised",
        "completers-exceed-enrolled", "group-size", "type-scope", "type-not-accepted",
        "licence-overlap",
    ]

    private static let perPerson: Set<RuleCode> = [
        .trainerNotAuthorised, .trainerAttends, .prerequisiteMissing, .notALeader,
        .refresherTooEarly, .refresherRepeated, .neverTrained, .certificationRevoked,
        .duplicateTraining, .leaderNotAuthorised,
    ]

    @Test("The codes are those of the contract")
    func codes() {
        #expect(Set(RuleCode.allCases.map(\.rawValue)) == Self.contract)
    }

    @Test("Attendees' codes are among those that name a person")
    func attendees() {
        let concerning = Set(RuleCode.allCases.filter(\.concernsAttendee))
        #expect(
            concerning == Self.perPerson.subtracting([.trainerNotAuthorised, .leaderNotAuthorised]))
    }

    @Test("Reasons name a person where, and only where, the contract says so")
    func persons() {
        let reasons = Self.manyReasons
        #expect(Set(reasons.map(\.code)).count > 20)
        for reason in reasons {
            #expect((reason.person != nil) == Self.perPerson.contains(reason.code))
        }
    }

    @Test("Details keep clear of the protocol's own keys, and advice says something")
    func keys() {
        for reason in Self.manyReasons {
            let keys = reason.details.map(\.key)
            #expect(Set(keys).isDisjoint(with: ["kind", "status", "tag", "code", "person", "for"]))
            #expect(Set(keys).count == keys.count)
            #expect(!reason.advice.isEmpty)
        }
    }

    /// The reasons of the other suites' examples.
    private static var manyReasons: [Reason] {
        let trainings =
            TrainingFormTests.dates + TrainingFormTests.formats + TrainingFormTests.host
            + TrainerTests.numbers + AttendeeTests.refreshers + AttendeeTests.repeated
            + AttendeeTests.revoked + AttendeeTests.duplicates + AttendeeTests.masters
            + PrerequisiteTests.trained
        let workshops =
            WorkshopTests.form + WorkshopTests.sessions + WorkshopTests.leaders
            + WorkshopTests.states + WorkshopTests.professions + WorkshopTests.numbers
        let licences =
            LicenceRequestTests.scope + LicenceRequestTests.accepted + LicenceRequestTests.overlap
        let organisations = OrganisationVerdictTests.facts + OrganisationVerdictTests.staffing
        return trainings.flatMap { $0.verdict().judgement.all }
            + workshops.flatMap { example in
                var scene = WorkshopTests.Scene()
                example.change(&scene)
                return scene.judge().judgement.all
            }
            + licences.flatMap { example in
                var scene = LicenceRequestTests.Scene()
                example.change(&scene)
                return scene.judge().all
            }
            + organisations.flatMap { example in
                var scene = OrganisationVerdictTests.Scene()
                example.change(&scene)
                let verdict = scene.judge()
                return verdict.offer.all + verdict.train.all
            }
    }
}

extension Judgement {
    fileprivate var all: [Reason] { reasons + warnings }
}

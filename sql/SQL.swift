/// The SQL of the registry, embedded in the binary: what stands in `migrations` and `statements`
/// beside this file, each under its own name. Nothing else in the project holds SQL.
package enum SQL {
    /// One migration: its number is its place in the order, its name that of its file.
    package struct Migration: Sendable {
        package let number: Int
        package let name: String
        package let script: String

        package init(number: Int, name: String, script: String) {
            self.number = number
            self.name = name
            self.script = script
        }
    }

    /// A statement and the name under which a connection prepares it.
    package struct Named: Sendable {
        package let name: String
        package let text: String
    }

    /// The migrations in their order. Forward only: one that has been released is never edited.
    package static let migrations: [Migration] = [
        migration("m0001_programmes", PackageResources.m0001_programmes_sql),
        migration(
            "m0002_organisations_and_people", PackageResources.m0002_organisations_and_people_sql),
        migration("m0003_licences", PackageResources.m0003_licences_sql),
        migration(
            "m0004_trainings_and_workshops", PackageResources.m0004_trainings_and_workshops_sql),
        migration("m0005_certifications", PackageResources.m0005_certifications_sql),
        migration("m0006_events", PackageResources.m0006_events_sql),
        migration("m0007_nightly", PackageResources.m0007_nightly_sql),
        migration("m0008_catalogue", PackageResources.m0008_catalogue_sql),
        migration("m0009_course_state", PackageResources.m0009_course_state_sql),
        migration("m0010_notice_care", PackageResources.m0010_notice_care_sql),
        migration("m0011_policy_rows", PackageResources.m0011_policy_rows_sql),
        migration("m0012_waived", PackageResources.m0012_waived_sql),
        migration("m0013_dispatch", PackageResources.m0013_dispatch_sql),
        migration("m0014_event_chain", PackageResources.m0014_event_chain_sql),
        migration(
            "m0015_people_erased_and_merged", PackageResources.m0015_people_erased_and_merged_sql),
        migration("m0016_person_find", PackageResources.m0016_person_find_sql),
        migration("m0017_accounts", PackageResources.m0017_accounts_sql),
        migration("m0018_undeliverable", PackageResources.m0018_undeliverable_sql),
        migration("m0019_event_made", PackageResources.m0019_event_made_sql),
        migration("m0020_certification_marks", PackageResources.m0020_certification_marks_sql),
    ]

    private static func migration(_ name: String, _ script: [UInt8]) -> Migration {
        let number = Int(name.dropFirst().prefix { $0.isNumber }) ?? 0
        return Migration(number: number, name: name, script: text(script))
    }

    static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes, as: UTF8.self)
    }
}

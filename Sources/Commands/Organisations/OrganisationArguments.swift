import AdminProtocol
import Foundation
import Registry

/// The facts of an organisation as `add` and `amend` take them.
enum OrganisationArguments {
    static func specs(isAmending: Bool) -> [ArgumentSpec] {
        [
            ArgumentSpec("name", .text, isRequired: !isAmending, "its legal name"),
            ArgumentSpec("country", .country, isRequired: !isAmending, "where it is"),
            ArgumentSpec(
                "sector", .choice(["nonprofit", "public", "company"]), allowsEmpty: isAmending,
                "of what sector it is"),
            ArgumentSpec(
                "parent", .id(.organisation), allowsEmpty: isAmending,
                "the organisation it is part of"),
            ArgumentSpec(
                "timezone", .form("an IANA time zone such as Europe/Dublin"),
                allowsEmpty: isAmending, "its time zone"),
            ArgumentSpec("contact", .email, allowsEmpty: isAmending, "where to write to"),
            ArgumentSpec(
                "external-id", .externalID, allowsEmpty: isAmending,
                "the id that another system gave it"),
        ]
    }

    /// The time zone, if one is given.
    static func timezone(_ request: Request) throws(ProtocolError) -> String? {
        guard let name = request.optionalText("timezone") else { return nil }
        guard TimeZone(identifier: name) != nil else { throw request.badValue("timezone") }
        return name
    }

    static let subject = ArgumentSpec(
        "organisation", .id(.organisation), isRequired: true, isSubject: true,
        "the organisation")
}

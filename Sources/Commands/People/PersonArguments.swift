import AdminProtocol
import Registry

/// The facts of a person as `add` and `amend` take them.
enum PersonArguments {
    static func specs(isAmending: Bool) -> [ArgumentSpec] {
        [
            ArgumentSpec("name", .text, isRequired: !isAmending, "their name"),
            ArgumentSpec("email", .email, allowsEmpty: isAmending, "where to write to"),
            ArgumentSpec(
                "external-id", .externalID, allowsEmpty: isAmending,
                "the id that another system gave them"),
            ArgumentSpec(
                "peer-for", .list(of: .programme), allowsEmpty: true,
                "the programmes whose condition they live with (health data)"),
            ArgumentSpec(
                "professions", .list(of: .word), allowsEmpty: true,
                "their professions, such as physiotherapist"),
        ]
    }

    static let subject = ArgumentSpec(
        "person", .id(.person), isRequired: true, isSubject: true, "the person")

    /// Professions in small letters, each once, as programmes name them.
    static func professions(_ request: Request) throws(ProtocolError) -> [String] {
        Set(try request.list("professions").map { $0.lowercased() }).sorted()
    }
}

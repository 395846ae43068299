import AdminProtocol
import Registry

extension ArgumentSpec {
    /// The column of the numbers that things had in the registry that a file comes from.
    static let keptID = ArgumentSpec(
        "id", .form("an id such as P-1"), "the id it had in the registry that it is from")
}

extension Request {
    /// The id that a row gives its thing; without a number where the registry is to give it one.
    func keptID<ID: RegistryID>(of type: ID.Type = ID.self) throws(ProtocolError) -> ID {
        guard let text = optionalText("id") else { return ID(0) }
        guard let id = ID(text) else {
            throw badValue("id", want: "an id such as \(ID.letter)-1")
        }
        return id
    }
}

import AdminProtocol
import Registry
import Store

extension Request {
    /// The page of a list of things of this kind that was asked for, with one more than its limit
    /// so that it is known whether there is more.
    func page<ID: RegistryID>(of type: ID.Type) throws(ProtocolError) -> Page {
        guard let after else { return Page(limit: limit + 1) }
        guard let id = ID(after) else {
            throw badValue("after", want: "next= of the page before, such as \(ID(1))")
        }
        return Page(after: id.number, limit: limit + 1)
    }
}

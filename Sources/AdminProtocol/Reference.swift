/// How a line names a thing: by its id, or by the external id that another system gave it.
///
/// Example: `organisation=O-1` and `organisation=ext:K/17`.
package enum Reference<ID: Sendable & Hashable>: Sendable, Hashable {
    case id(ID)
    case external(String)
}

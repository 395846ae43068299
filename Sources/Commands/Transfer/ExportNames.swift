import AdminProtocol
import Registry
import Store

/// How an export names things: by their external ids, and those without one by their id in its
/// place. So the files of one export name one another, whatever numbers the registry that takes
/// them gives.
struct ExportNames: Sendable {
    private var external: [String: String] = [:]

    /// Looks up what these lines name.
    init(of lines: [DataLine], _ columns: ExportColumns, _ snapshot: Snapshot) async throws {
        var named: [IDKind: Set<String>] = [:]
        for column in columns.columns {
            guard let kind = column.type.idKind else { continue }
            let key = Request.lineKeys[column.name] ?? column.name
            for value in lines.compactMap({ $0.value(key) }) {
                if case .list(let ids) = value {
                    named[kind, default: []].formUnion(ids)
                } else {
                    named[kind, default: []].insert(value.plain)
                }
            }
        }
        for row in try await snapshot.organisations(Self.ids(named[.organisation])) {
            external[row.id.description] = row.externalID
        }
        for row in try await snapshot.people(Self.ids(named[.person])) {
            external[row.id.description] = row.externalID
        }
        for row in try await snapshot.licences(Self.ids(named[.licence])) {
            external[row.licence.id.description] = row.externalID
        }
    }

    private static func ids<ID: RegistryID>(_ named: Set<String>?) -> [ID] {
        (named ?? []).compactMap { ID($0) }.sorted()
    }

    /// `ext:` and the name of the thing with this id.
    ///
    /// - Parameter inList: an external id with a comma cannot stand in a list: its id does, as if
    ///   it had none.
    func reference(_ kind: IDKind, _ id: String, inList: Bool = false) -> String {
        let name = external[id] ?? id
        return "ext:" + (inList && name.utf8.contains(UInt8(ascii: ",")) ? id : name)
    }

    /// The external id of the thing whose line this is, or its id.
    func externalID(of line: DataLine) -> String {
        (line.value("external-id") ?? line.value("id"))?.plain ?? ""
    }
}

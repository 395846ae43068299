import AdminProtocol

/// The columns of an export: those that the import of the same kind takes.
struct ExportColumns: Sendable {
    let columns: [ArgumentSpec]

    init<C: ImportedCommand>(_ command: C.Type) {
        columns = ImportHeader.columns(of: C.rowSpec).filter { !C.unexported.contains($0.name) }
    }

    var names: [String] { columns.map(\.name) }

    /// The cells of a thing, from its line: what it does not have is empty.
    func cells(of line: DataLine, _ names: ExportNames) -> [String] {
        columns.map { column in
            let key = Request.lineKeys[column.name] ?? column.name
            if column.name == "external-id" { return names.externalID(of: line) }
            guard let value = line.value(key) else { return "" }
            guard let kind = column.type.idKind else { return value.plain }
            guard case .list(let ids) = value else { return names.reference(kind, value.plain) }
            return ids.map { names.reference(kind, $0, inList: true) }.joined(separator: ",")
        }
    }
}

extension ArgumentType {
    /// The kind of thing that the value, or each element of it, names.
    var idKind: IDKind? {
        switch self {
        case .id(let kind), .list(of: .id(let kind)): kind
        default: nil
        }
    }
}

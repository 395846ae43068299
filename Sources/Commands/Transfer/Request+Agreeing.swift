import AdminProtocol
import Registry

extension Request {
    /// Whether everything that the request says stands on the line of a thing as well. What it
    /// leaves out is not compared: the thing may know more.
    func agrees(with line: DataLine, _ book: ReferenceBook, today: CivilDate) -> Bool {
        var facts: [String: FieldValue] = [:]
        for field in line.fields { facts[field.key] = field.value }
        return said.allSatisfy { key, values in
            let meant = values.map { value in
                Self.meaning(of: value.text, as: value.type, book, today: today)
            }
            if meant.contains(where: { $0 == nil }) { return false }
            return Set(meant.compactMap(\.self).flatMap(\.self)) == facts[key]?.elements ?? []
        }
    }

    /// What an argument says, in the one spelling of its type; nil where it says nothing.
    func meaning(of argument: String, _ book: ReferenceBook, today: CivilDate) -> [String]? {
        guard let value = arguments[argument], let spec = command.argument(argument) else {
            return nil
        }
        return Self.meaning(of: value, as: spec.type, book, today: today)
    }

    /// The arguments that are facts of a thing, under the keys of its line; not the id, by which it
    /// was found.
    private var said: [String: [(text: String, type: ArgumentType)]] {
        var said: [String: [(text: String, type: ArgumentType)]] = [:]
        for spec in command.arguments where spec.name != "id" {
            guard let value = arguments[spec.name], !value.isEmpty else { continue }
            said[Self.lineKeys[spec.name] ?? spec.name, default: []].append((value, spec.type))
        }
        return said
    }

    /// The arguments that stand on the line under another key.
    static let lineKeys = ["kind": "training-kind", "staff": "leaders"]

    /// A value in the one spelling of its type, element by element where it is a list.
    private static func meaning(
        of value: String, as type: ArgumentType, _ book: ReferenceBook, today: CivilDate
    ) -> [String]? {
        switch type {
        case .list(let element):
            let meant = (ArgumentType.elements(of: value) ?? []).map {
                meaning(of: $0, as: element, book, today: today)
            }
            return meant.contains { $0 == nil } ? nil : meant.compactMap(\.self).flatMap(\.self)
        case .id(let kind): return book.id(kind, value).map { [$0.lowercased()] }
        case .date:
            return ArgumentType.date(from: value, today: today).map { [$0.description] }
        case .halfDays: return HalfDays(value).map { [$0.description] }
        case .integer(let range):
            return ArgumentType.integer(from: value, in: range).map { [String($0)] }
        case .text, .form, .externalID, .email: return [value]
        default: return [value.lowercased()]
        }
    }
}

extension FieldValue {
    /// The value, or its elements, in the spelling in which rows are compared with them: ids, codes
    /// and words without regard to case.
    fileprivate var elements: Set<String> {
        switch self {
        case .list(let elements): return Set(elements.map { $0.lowercased() })
        case .word(let word): return [word.lowercased()]
        default: return [plain]
        }
    }
}

import AdminProtocol
import Foundation
import Registry

/// The data lines of a reply in the form in which they are kept with a `request=` token: with the
/// types of their values, so that they can be given again in either format.
struct KeptReply: Codable {
    private var kept: [Line]

    init(_ lines: [DataLine]) {
        kept = lines.map { line in
            Line(kind: line.kind, fields: line.fields.map { Value(key: $0.key, $0.value) })
        }
    }

    init(json: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
    }

    var json: String {
        get throws { String(decoding: try JSONEncoder().encode(self), as: UTF8.self) }
    }

    var lines: [DataLine] {
        kept.map { line in
            DataLine(line.kind, line.fields.map { Field($0.key, $0.value) })
        }
    }

    private struct Line: Codable {
        var kind: String
        var fields: [Value]
    }

    /// One field: exactly one of the typed values is there.
    private struct Value: Codable {
        var key: String
        var text: String?
        var word: String?
        var integer: Int?
        var halves: Int?
        var boolean: Bool?
        var list: [String]?
        var day: Int32?

        init(key: String, _ value: FieldValue) {
            self.key = key
            switch value {
            case .text(let text): self.text = text
            case .word(let word): self.word = word
            case .integer(let integer): self.integer = integer
            case .halves(let halves): self.halves = halves
            case .boolean(let boolean): self.boolean = boolean
            case .list(let list): self.list = list
            case .date(let date): day = date.dayNumber
            }
        }

        var value: FieldValue {
            if let word { return .word(word) }
            if let integer { return .integer(integer) }
            if let halves { return .halves(halves) }
            if let boolean { return .boolean(boolean) }
            if let list { return .list(list) }
            if let day { return .date(CivilDate(dayNumber: day)) }
            return .text(text ?? "")
        }
    }
}

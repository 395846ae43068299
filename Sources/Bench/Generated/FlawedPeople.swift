import AdminProtocol

/// A file of people of whom two in a hundred cannot be stored: without a name, with what is no
/// address, or under another's external id.
struct FlawedPeople: Sendable {
    /// One in so many is bad.
    static let each = 50

    let count: Int
    /// What their external ids begin with.
    var prefix = "q"

    var refused: Int { count / Self.each }

    func write(to path: String, seed: UInt64) throws {
        let file = try CSVFile(
            path: path, columns: ["external-id", "name", "email", "professions"])
        for number in 1...count {
            var random = SeededRandom(seed: seed, place: number)
            var row = [
                "\(prefix)\(number)", PersonNames.person(number, &random),
                number % 4 == 0 ? "" : "q\(number)@example.org",
                number % 10 == 3 ? "doctor" : "",
            ]
            if number % Self.each == 0 {
                switch number / Self.each % 3 {
                case 0: row[0] = "\(prefix)\(number - 1)"
                case 1: row[1] = ""
                default: row[2] = "not an address"
                }
            }
            try file.append(row)
        }
        _ = try file.close()
    }
}

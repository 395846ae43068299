/// A function and how many lines it takes, from its name to its closing brace.
struct FunctionLength: Sendable, Equatable {
    let line: Int
    let length: Int
}

extension ProjectFile {
    /// The functions of a Swift file. That the format is right is checked elsewhere, and so a
    /// declaration and its closing brace begin in the same column.
    var swiftFunctions: [FunctionLength] {
        let lines = lines
        return lines.indices.compactMap { start -> FunctionLength? in
            guard lines[start].declaresFunction,
                let end = Self.end(ofFunctionAt: start, in: lines)
            else { return nil }
            return FunctionLength(line: start + 1, length: end - start + 1)
        }
    }

    /// The functions of a shell script, which begin and end in the first column.
    var shellFunctions: [FunctionLength] {
        let lines = lines
        return lines.indices.compactMap { start -> FunctionLength? in
            guard lines[start].hasSuffix("() {"),
                let end = lines[start...].firstIndex(of: "}")
            else { return nil }
            return FunctionLength(line: start + 1, length: end - start + 1)
        }
    }

    /// The line of the closing brace; nil where there is no body, or one within the line.
    private static func end(ofFunctionAt start: Int, in lines: [Substring]) -> Int? {
        let column = lines[start].indentation
        var index = start
        while !(lines[index].indentation == column && lines[index].hasSuffix("{")) {
            index += 1
            guard index < lines.count, !lines[index].isEmpty,
                lines[index].indentation > column || lines[index].continuesDeclaration
            else { return nil }
        }
        return lines[(index + 1)...].firstIndex {
            $0.indentation == column && $0.drop { $0 == " " }.hasPrefix("}")
        }
    }
}

extension Substring {
    fileprivate var indentation: Int { prefix { $0 == " " }.count }

    fileprivate var continuesDeclaration: Bool {
        let rest = drop { $0 == " " }
        return rest.hasPrefix(")") || rest.hasPrefix("{")
    }

    fileprivate var declaresFunction: Bool {
        let rest = drop { $0 == " " }
        if rest.hasPrefix("//") { return false }
        let words = rest.split(separator: " ")
        return words.contains("func")
            || words.prefix(4).contains { $0.hasPrefix("init(") || $0.hasPrefix("init?(") }
    }
}

import AdminProtocol
import Testing

@Suite struct DescriptionTests {
    private let grammar = SampleGrammar.grammar

    @Test func describesACommandAndItsArguments() throws {
        let lines = try #require(grammar.describe(["licence", "amend"]))
        #expect(lines.map(\.kind) == ["command"] + Array(repeating: "argument", count: 7))
        #expect(text(lines[1]).contains("name=licence subject=yes required=yes list=no"))
        #expect(text(lines[1]).contains("type=id things=licence letters=L"))
        #expect(text(lines[2]).contains("name=until"))
        #expect(text(lines[2]).contains("may-be-empty=yes type=date choices=today"))
        #expect(text(lines[7]).contains("name=if-version"))
        #expect(text(lines[7]).contains("type=integer least=1 want="))
    }

    @Test func describesAGroupOrAll() {
        #expect(grammar.describe(["LICENCE"])?.filter { $0.kind == "command" }.count == 3)
        let all = grammar.describe([]) ?? []
        #expect(all.filter { $0.kind == "command" }.count == grammar.commands.count)
        #expect(all.allSatisfy { $0.faults.isEmpty })
        #expect(grammar.describe(["nothing"]) == nil)
        #expect(grammar.describe(["ping"]) { _ in false } == nil)
    }

    @Test func describesListsByTheirElements() throws {
        let lines = try #require(grammar.describe(["training", "record"]))
        let passed = try #require(lines.first { text($0).contains("name=passed") })
        #expect(text(passed).contains("list=yes may-be-empty=yes type=id things=person letters=P"))
        let roles = try #require(lines.first { text($0).contains("name=roles") })
        #expect(text(roles).contains("list=yes may-be-empty=no type=choice choices=leader,cross"))
        #expect(lines.filter { text($0).contains("name=reason") }.count == 1)
    }

    @Test func everyLineOfTheDescriptionIsReadable() throws {
        for line in grammar.describe([]) ?? [] {
            let read = try ReplyLine(parsing: text(line).utf8)
            #expect(read.fields.count == line.fields.count)
        }
    }

    @Test func helpShowsUsageArgumentsAndAnExample() throws {
        let spec = try #require(grammar.command(named: ["Licence", "amend"]))
        #expect(
            spec.help == [
                "licence amend LICENCE [until=DATE] [language=LANGUAGE]",
                "Amends a licence.",
                "  licence: the licence – the id of a licence such as L-1, or ext:VALUE",
                "  until (optional): its last day – a date, YYYY-MM-DD or today, or \"\" for none",
                "  language (optional): its language – a language tag such as da or pt-BR, "
                    + "or \"\" for none",
                "As every write also: request= dry-run= reason= if-version=",
                #"Example: licence amend L-1 until="""#,
            ])
    }

    @Test func helpListsGroups() {
        #expect(grammar.help(for: [])?.count == grammar.commands.count)
        #expect(grammar.help(for: ["licence"])?.count == 3)
        #expect(grammar.help(for: ["organisation"])?.count == 8)
        #expect(grammar.help(for: ["check"])?.count == 4)
        #expect(grammar.help(for: ["nothing"]) == nil)
        #expect(grammar.help(for: ["licence"]) { $0.words == ["ping"] } == nil)
        #expect((grammar.help(for: []) ?? []).allSatisfy { $0.faults.isEmpty })
    }

    private func text(_ line: DataLine) -> String {
        var bytes: [UInt8] = []
        ReplyEncoder(format: .text).encode(line, tag: nil, into: &bytes)
        return String(decoding: bytes.dropLast(), as: UTF8.self)
    }
}

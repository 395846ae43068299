package import AdminProtocol
package import Index
package import Registry

/// Takes a check from the line to its reply where memory answers it, without waiting for anything.
///
/// It has no words of its own: a line that memory does not answer, for whatever reason, is left to
/// the `Runner`.
package struct MemoryRunner {
    private let index: RegistryIndex
    private let today: () -> CivilDate

    package init(index: RegistryIndex, today: @escaping () -> CivilDate) {
        self.index = index
        self.today = today
    }

    package func answer(_ line: RequestLine, account: Account) -> Reply? {
        guard let spec = CommandTable.grammar.command(of: line),
            let answer = CommandTable.entries[spec.name]?.answerFromMemory,
            let request = try? CommandTable.grammar.match(line)
        else { return nil }
        return try? answer(request, today(), account, index)
    }
}

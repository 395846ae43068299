import AdminProtocol
import Registry
import Store

extension StandingShift {
    /// `* affected programme=… role=… people=… lost=… gained=… moved=…`: numbers, for a change of
    /// policy may touch everyone.
    var line: DataLine {
        var line = DataLine("affected")
        line.add("programme", word: programme)
        line.add("role", word: role.rawValue)
        line.add("people", integer: people)
        line.add("lost", integer: lost)
        line.add("gained", integer: gained)
        line.add("moved", integer: moved)
        return line
    }
}

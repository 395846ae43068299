import AdminProtocol
import Store

extension EventRow {
    var line: DataLine {
        var line = DataLine("event")
        line.add("id", word: id)
        line.add("at", word: at)
        line.add("account", text: account)
        line.add("command", text: command)
        line.add("thing", word: thing)
        line.add("request", word: request)
        line.add("reason", text: reason)
        line.add("before", text: before)
        line.add("after", text: after)
        return line
    }
}

internal import Server

extension Settings {
    /// Why the Unix socket could never be opened where it is to be; nil where it might.
    var socketError: String? {
        do throws(ServerError) {
            try Listener.unix(path: socket).validate()
            return nil
        } catch {
            return error.message
        }
    }
}

internal import Glibc

/// What settings depend on besides what was written: who runs the daemon, and where.
package struct ProcessFacts: Sendable, Equatable {
    /// The user that the process acts as.
    package var userID: UInt32
    package var environment: [String: String]
    /// The folder that relative paths start from.
    package var workingFolder: String

    package init(userID: UInt32, environment: [String: String], workingFolder: String = "/") {
        self.userID = userID
        self.environment = environment
        self.workingFolder = workingFolder
    }

    /// Those of this process.
    package static func current(environment: [String: String]) -> ProcessFacts {
        var folder = "/"
        if let path = getcwd(nil, 0) {
            folder = String(cString: path)
            free(path)
        }
        return ProcessFacts(userID: geteuid(), environment: environment, workingFolder: folder)
    }

    /// Where state is kept unless a setting says otherwise: root's is the system's, everyone else's
    /// is their own (XDG Base Directory Specification, XDG_STATE_HOME).
    var defaultState: String {
        if userID == 0 { return "/var/lib/licentia" }
        // The specification says that a relative path is to be ignored.
        if let folder = environment["XDG_STATE_HOME"], folder.hasPrefix("/") {
            return folder + "/licentia"
        }
        return (environment["HOME"] ?? "/") + "/.local/state/licentia"
    }

    /// The path seen from the root folder, without a slash at its end.
    func absolute(_ path: String) -> String {
        var whole = path.hasPrefix("/") ? path : workingFolder + "/" + path
        while whole.count > 1, whole.hasSuffix("/") { whole.removeLast() }
        return whole
    }
}

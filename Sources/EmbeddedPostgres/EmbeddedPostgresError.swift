internal import Processes

/// Why the embedded database could not be used, with what to do about it.
///
/// The message is written for the operator who reads it on a terminal or in the journal: it names
/// the folder, process or package, and ends with the mend. It never holds data from the database.
package struct EmbeddedPostgresError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The kind of failure, for callers and tests that branch.
    package enum Code: String, Sendable, CaseIterable {
        /// Another process holds the folder's lock.
        case locked
        /// No PostgreSQL server of a supported version is installed.
        case serverMissing
        /// The data folder was made by a PostgreSQL version that is not installed.
        case versionMissing
        /// A system program that is needed (such as `setpriv`) is not there.
        case programMissing
        /// A folder or file cannot be made, read or written, or belongs to another user.
        case folderUnusable
        /// A parent folder does not let the database's user through.
        case folderNotTraversable
        /// The path of the Unix socket would be longer than the system allows.
        case pathTooLong
        /// A system user that is needed has no name in the user database.
        case userUnknown
        /// `initdb` or the first set-up failed.
        case initialisationFailed
        /// The server ended before it was ready.
        case startFailed
        /// The server was not ready within its limit.
        case startTimedOut
        /// A server left over from a killed owner could not be stopped.
        case leftoverStays
        /// The server kept ending by itself and is not started again.
        case restartLimit
        /// `start()` was called while the cluster was starting or stopping.
        case busy
    }

    /// The kind of failure.
    package let code: Code

    /// One or two sentences: what happened, and what to do.
    package let message: String

    package init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    package var description: String { "\(message) (\(code.rawValue))" }
}

extension EmbeddedPostgresError {
    /// A failed system call on a path, with the system's own words.
    static func unusable(_ path: String, _ action: String, errno number: Int32)
        -> EmbeddedPostgresError
    {
        EmbeddedPostgresError(
            .folderUnusable,
            "cannot \(action) \(path): \(SystemCall.text(of: number)). "
                + "Give the daemon's user that right, or choose another state folder.")
    }
}

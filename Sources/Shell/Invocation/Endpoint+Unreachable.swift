import Glibc
import NIOCore
import NIOPosix

extension Endpoint {
    /// Why nobody could be reached there, and what to do about it.
    func unreachable(_ error: any Error) -> ShellFailure {
        switch self {
        case .unix(let path): ShellFailure(.cannotConnect, Self.socketAdvice(path, error))
        case .tcp where Self.isUnknownName(error):
            ShellFailure(
                .cannotConnect,
                "cannot connect to \(self): \(Self.reason(error)). Look for a slip in --connect.")
        case .tcp(_, let port):
            ShellFailure(
                .cannotConnect,
                "cannot connect to \(self): \(Self.reason(error)). Is licentiad running there, and "
                    + "does it listen on port \(port) (--listen)?")
        }
    }

    private static func socketAdvice(_ path: String, _ error: any Error) -> String {
        let other = "another socket is named with --socket PATH or LICENTIA_SOCKET."
        switch (error as? IOError)?.errnoCode {
        case ENOENT, ENOTDIR:
            return "there is no socket at \(path). Is licentiad running? Start it, or "
                + "if it runs elsewhere: \(other)"
        case ECONNREFUSED:
            return "nobody listens at \(path): licentiad has ended and left its socket behind. "
                + "Start it again, or if it runs elsewhere: \(other)"
        case EACCES, EPERM:
            return "this user may not open \(path). Join the group that owns the socket, or run "
                + "this as the daemon's own user."
        default:
            return "cannot connect to \(path): \(reason(error)). Is licentiad running? If it runs "
                + "elsewhere: \(other)"
        }
    }

    /// Whether no address was found to try.
    private static func isUnknownName(_ error: any Error) -> Bool {
        (error as? NIOConnectionError)?.connectionErrors.isEmpty == true
    }

    private static func reason(_ error: any Error) -> String {
        switch error {
        case let error as IOError: return String(cString: strerror(error.errnoCode))
        case let error as NIOConnectionError:
            let causes = error.connectionErrors.map { reason($0.error) }
            if let cause = causes.last { return cause }
            return "the name \(error.host) is not known"
        case let error as ChannelError:
            if case .connectTimeout = error { return "it took too long" }
            return "\(error)"
        case is SocketAddressError: return "the address is not a valid one, or its path is too long"
        default: return "\(error)"
        }
    }
}

internal import Glibc

/// How many files and sockets the process may have open.
enum DescriptorLimit {
    /// Raises the soft limit to what the sessions need, as far as the hard limit lets it: a soft
    /// limit of 1024, which is usual, is less than a thousand sessions and the rest.
    static func raise(for sessions: Int) {
        let needed = rlim_t(sessions + DaemonLimits.spareDescriptors)
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0,
            limit.rlim_cur < needed
        else { return }
        limit.rlim_cur = min(needed, limit.rlim_max)
        _ = setrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
    }
}

/// The version of the daemon, in its one place.
package enum DaemonVersion {
    /// What `--version`, the greeting and the log say.
    package static let current = "0.1.0"
}

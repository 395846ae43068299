package import AdminProtocol

/// The first line of every session.
package enum Greeting {
    /// `* licentia version=… protocol=1 auth=external formats=text,json max-line=65536`.
    ///
    /// `external` is the identity that the transport brings along; log-ins come with accounts.
    package static let line = DataLine(
        "licentia",
        [
            Field("version", .word(DaemonVersion.current)), Field("protocol", .integer(1)),
            Field("auth", .list(["external"])), Field("formats", .list(["text", "json"])),
            Field("max-line", .integer(ProtocolLimits.maxLine)),
        ])
}

import Credentials

extension LogIn {
    /// What the options and the environment say of who to be; nil where they say nothing.
    ///
    /// An option comes before the environment. The password is in `LICENTIA_PASSWORD`, or in the
    /// file that `LICENTIA_PASSWORD_FILE` names, or asked for on the terminal: an argument would
    /// show it to everybody on the machine.
    package init?(
        _ options: ShellOptions, in surroundings: Surroundings
    ) throws(ShellFailure) {
        if let name = options.account {
            self.init(try Self.password(of: name, surroundings))
        } else if let path = options.tokenFile {
            self.init(try Self.token(in: path))
        } else if let name = surroundings.variable("LICENTIA_ACCOUNT") {
            self.init(try Self.password(of: name, surroundings))
        } else if let path = surroundings.variable("LICENTIA_TOKEN_FILE") {
            self.init(try Self.token(in: path))
        } else {
            return nil
        }
    }

    private static func token(in path: String) throws(ShellFailure) -> Proof {
        guard let token = AccessToken(try firstLine(of: path, "token", "--token-file")) else {
            throw ShellFailure(
                .usage,
                "the first line of \(PlainText.of(path)) is not a token: lic_ and 43 characters.")
        }
        return .token(token)
    }

    private static func password(
        of name: String, _ surroundings: Surroundings
    ) throws(ShellFailure) -> Proof {
        do {
            return .password(
                try PreparedPassword(try text(for: name, surroundings)), of: name)
        } catch let failure as ShellFailure {
            throw failure
        } catch {
            throw ShellFailure(
                .usage, "what was given as the password of \(PlainText.of(name)) cannot be one.")
        }
    }

    private static func text(
        for name: String, _ surroundings: Surroundings
    ) throws(ShellFailure) -> String {
        if let password = surroundings.variable("LICENTIA_PASSWORD") { return password }
        if let path = surroundings.variable("LICENTIA_PASSWORD_FILE") {
            return try firstLine(of: path, "password", "LICENTIA_PASSWORD_FILE")
        }
        guard let password = surroundings.askSecret("password of \(PlainText.of(name)): ") else {
            throw ShellFailure(
                .usage,
                "there is no password and no terminal to ask on. Set LICENTIA_PASSWORD_FILE.")
        }
        return password
    }

    /// Bytes of such a file that are looked at.
    private static let mostSecret = 4_096

    /// The first line of a file that holds a secret: which, and by what it was named.
    private static func firstLine(
        of path: String, _ secret: String, _ option: String
    ) throws(ShellFailure) -> String {
        let bytes: [UInt8]
        do { bytes = try FileBytes.readStart(of: path, most: mostSecret) } catch {
            throw ShellFailure(
                .usage,
                "cannot read the \(secret) in \(PlainText.of(path)): \(error.reason). Name "
                    + "another file by \(option).")
        }
        let line = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        return String(decoding: line, as: UTF8.self)
    }
}

import AdminProtocol
import Credentials
import Registry

/// `password=` of a line.
enum PasswordArgument {
    static func spec(_ summary: String) -> ArgumentSpec {
        ArgumentSpec("password", .text, summary)
    }

    /// The password, if there is one.
    ///
    /// Not together with `request=`: a line under a token is known again by its hash, which would
    /// be a way to try passwords at home. Setting one twice does no harm.
    static func read(_ request: Request) throws(ProtocolError) -> PreparedPassword? {
        guard let text = request.optionalText("password") else { return nil }
        if request.requestToken != nil {
            throw request.badValue("request", want: "left out where password= is given")
        }
        do {
            return try PreparedPassword(text)
        } catch {
            throw request.badValue(
                "password",
                want: "text without control characters, emoji or other signs that SASLprep "
                    + "(RFC 4013) does not take")
        }
    }
}

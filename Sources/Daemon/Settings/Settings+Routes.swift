internal import Commands
internal import Delivery
internal import Foundation

extension Settings {
    /// The ways that lead outside, as these settings give them.
    var routes: Routes {
        let home = ProcessInfo.processInfo.environment["HOME"]
        var routes = Routes()
        if let sendmail, let mailFrom {
            routes.mail = MailRoute(
                program: DeliveryProgram(path: sendmail, home: home), sender: mailFrom,
                administrators: mailAdmin)
        }
        if let hook {
            routes.hook = HookRoute(program: DeliveryProgram(path: hook, home: home)) { $0.json }
        }
        return routes
    }
}

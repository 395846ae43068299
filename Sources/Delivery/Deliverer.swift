package import Logging
package import Registry
package import Store

/// Sends what the nightly runs laid down to be told, each message at least once.
///
/// A message is taken for a time, sent, and said to be sent. A daemon that dies between the last
/// two leaves it to be sent again, with the same `Message-ID`; nothing else sends one twice.
package struct Deliverer: Sendable {
    private let store: Store
    private let routes: Routes
    private let limits: DeliveryLimits
    private let logger: Logger
    private let today: @Sendable () -> CivilDate

    package init(
        store: Store, routes: Routes, limits: DeliveryLimits = DeliveryLimits(), logger: Logger,
        today: @escaping @Sendable () -> CivilDate
    ) {
        self.store = store
        self.routes = routes
        self.limits = limits
        self.logger = logger
        self.today = today
    }

    /// Sends all that is due; gives how many messages it tried.
    package func deliverDue() async throws -> Int {
        var count = 0
        while true {
            try Task.checkCancellation()
            let taken = try await store.takeDispatches(
                over: routes.channels, lease: limits.lease, limit: limits.atOnce)
            if taken.isEmpty { return count }
            count += taken.count
            try await withThrowingTaskGroup { group in
                for dispatch in taken { group.addTask { try await deliver(dispatch) } }
                try await group.waitForAll()
            }
        }
    }

    private func deliver(_ dispatch: Dispatch) async throws {
        let content = try await store.content(
            of: dispatch, on: today(), limit: limits.noticesInDigest)
        if content.notices.isEmpty { return try await store.settle(dispatch, .moot) }
        guard let fault = await send(content, as: dispatch) else {
            return try await store.settle(dispatch, .delivered)
        }
        let isLast = dispatch.attempt >= limits.attempts
        logger.log(
            level: isLast ? .error : .warning,
            isLast ? "message given up" : "message not delivered",
            metadata: [
                "dispatch": "\(dispatch.number)", "channel": "\(dispatch.channel.rawValue)",
                "attempt": "\(dispatch.attempt)", "fault": "\(fault)",
            ])
        try await store.settle(
            dispatch, isLast ? .undeliverable : nil, fault: fault,
            wait: limits.wait(after: dispatch.attempt))
    }

    /// What kept it from being sent, in a word; nil where it was sent.
    private func send(_ content: DispatchContent, as dispatch: Dispatch) async -> String? {
        switch dispatch.channel {
        case .mail:
            guard let route = routes.mail else { return "no-route" }
            return await mail(content, as: dispatch, over: route)
        case .hook:
            guard let route = routes.hook, let notice = content.notices.first else {
                return "no-route"
            }
            return await route.program.run([], input: route.json(notice))
        }
    }

    private func mail(
        _ content: DispatchContent, as dispatch: Dispatch, over route: MailRoute
    ) async -> String? {
        // An organisation that has lost its contact since is told to the administrators.
        let contact = content.recipient?.contact
        let address = contact.map { MailAddress($0) } ?? route.administrators
        guard let to = address else {
            return contact == nil ? "no-address" : "address-unusable"
        }
        let name = contact == nil ? "Licentia administrators" : content.recipient?.name ?? ""
        let digest = Digest(name: name, on: dispatch.on, content: content)
        let message = MailMessage(
            from: route.sender, to: to, name: name, subject: digest.subject, body: digest.body,
            identity: dispatch.message, made: dispatch.made)
        return await route.program.run(
            ["-i", "-f", "\(route.sender)", "--", "\(to)"], input: message.text)
    }
}

package import Logging
package import Store
import Registry

/// Keeps the index as the registry is: reads everything at the start, and then what the log, or a
/// write of this daemon, says has changed.
package struct IndexFollower: Sendable {
    private let index: RegistryIndex
    private let store: Store
    private let logger: Logger

    package init(_ index: RegistryIndex, store: Store, logger: Logger) {
        self.index = index
        self.store = store
        self.logger = logger
    }

    /// Follows until the task is cancelled. While reading fails the index answers nothing, and it
    /// is tried again.
    package func run() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                while true {
                    try await Task.sleep(for: IndexLimits.looking)
                    index.bell.ring()
                }
            }
            group.addTask { try await follow() }
            _ = try await group.next()
            group.cancelAll()
        }
    }

    private func follow() async throws {
        var log = LogReader(store)
        var wait = IndexLimits.looking
        for await _ in index.bell.rings {
            do {
                try await catchUp(&log)
                wait = IndexLimits.looking
            } catch {
                index.giveUpReading()
                try Task.checkCancellation()
                logger.log(
                    level: wait == IndexLimits.looking ? .warning : .debug,
                    "checks ask the database: the index cannot follow the log",
                    metadata: ["error": "\(error)"])
                try await Task.sleep(for: wait)
                wait = min(wait * 2, IndexLimits.longestWait)
            }
        }
        try Task.checkCancellation()
    }

    /// Reads, of one moment, everything that was marked, or recorded since the last time.
    func catchUp(_ log: inout LogReader) async throws {
        let instant = ContinuousClock.now
        let marked = index.beginReading()
        if !log.hasBegun || marked.isOfRules { return try await readEverything(&log, instant) }
        if marked.isEmpty, try await !log.hasNews() {
            return index.finishReading(instant, serial: log.position)
        }
        let start = log
        let (next, isOfRules) = try await store.read(patience: .long) { snapshot in
            var log = start
            let reading = index.read(also: try await log.concern(snapshot))
            if !reading.isOfRules { try await read(reading, snapshot) }
            return (log, reading.isOfRules)
        }
        if isOfRules { return try await readEverything(&log, instant) }
        log = next
        try await log.settle()
        index.finishReading(instant, serial: log.position)
    }

    private func read(_ concern: Concern, _ snapshot: Snapshot) async throws {
        for ids in concern.organisations.sorted().batches(of: IndexLimits.batch) {
            index.put(try await snapshot.organisationFacts(of: ids).values)
        }
        for ids in concern.people.sorted().batches(of: IndexLimits.batch) {
            index.put(try await snapshot.indexed(ids))
        }
    }

    /// The image is made aside and taken when it is whole. What is written meanwhile stays marked.
    private func readEverything(
        _ log: inout LogReader, _ instant: ContinuousClock.Instant
    ) async throws {
        index.take(nil)
        let begun = ContinuousClock.now
        let start = log
        let (image, next) = try await store.read(patience: .long) { snapshot in
            var log = start
            try await log.begin(snapshot)
            // The database knows at least as much, so that its answers can already say so.
            index.reach(log.position)
            return (try await RegistryImage(reading: snapshot), log)
        }
        index.take(image)
        log = next
        try await log.settle()
        index.finishReading(instant, serial: log.position)
        logger.info(
            "checks are answered from memory",
            metadata: [
                "people": "\(image.count)",
                "milliseconds": "\((ContinuousClock.now - begun) / .milliseconds(1))",
            ])
    }
}

extension RegistryImage {
    /// Everything, page by page.
    fileprivate convenience init(reading snapshot: Snapshot) async throws {
        self.init(
            catalogue: try await snapshot.programmes(), policy: try await snapshot.policy())
        var organisation = OrganisationID(0)
        while true {
            let ids = try await snapshot.organisations(
                after: organisation, limit: IndexLimits.batch)
            guard let last = ids.last else { break }
            for facts in try await snapshot.organisationFacts(of: ids).values { put(facts) }
            organisation = last
        }
        var person = PersonID(0)
        while true {
            let ids = try await snapshot.people(after: person, limit: IndexLimits.batch)
            guard let last = ids.last else { break }
            for entry in try await snapshot.indexed(ids) { put(entry) }
            person = last
        }
    }
}

extension Array {
    fileprivate func batches(of size: Int) -> some Sequence<[Element]> {
        stride(from: 0, to: count, by: size).lazy.map {
            Array(self[$0..<Swift.min($0 + size, count)])
        }
    }
}

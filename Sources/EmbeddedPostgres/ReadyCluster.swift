internal import Processes

/// A cluster that is there and may be started: everything that was found out about it.
struct ReadyCluster: Sendable, Equatable {
    let layout: ClusterLayout
    let owner: ClusterOwner
    let binaries: ServerBinaries
    let tag: ClusterTag

    var connectionString: String { ClusterAccess.connectionString(layout) }

    /// Its processes that nobody watches.
    var leftovers: Leftovers { Leftovers(mark: tag.text, userID: owner.user.userID) }

    /// The server, run as its owner.
    func serverCommand(_ settings: ClusterSettings) -> ProgramCall {
        var command = owner.command(ProgramCall(binaries.postgres, settings.arguments))
        command.output = layout.outputFile
        return command
    }
}

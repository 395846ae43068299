/// Why a run could not be made or gone on with. Nothing is lost by it: the next one goes on.
package enum NightlyError: Error, Equatable {
    /// Another runner held the lease for as long as one was ready to wait.
    case busy
    /// Another runner has taken the lease over; what this one tried to write was refused.
    case leaseLost
}

extension NightlyError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .busy: return "another expiry run is under way: try again in a moment"
        case .leaseLost: return "another runner has taken over the expiry run"
        }
    }
}

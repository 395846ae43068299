/// Random numbers that are the same on every machine and in every run: SplitMix64.
///
/// What is measured twice must be asked twice, and what a reply is checked against must be known.
struct SeededRandom: RandomNumberGenerator, Sendable {
    private var state: UInt64

    /// - Parameters:
    ///   - seed: the run's.
    ///   - place: whose numbers these are, such as the number of an organisation: each place has a
    ///     sequence of its own, so that nothing hangs on the order in which they are asked.
    init(seed: UInt64, place: Int) {
        state = seed &+ UInt64(bitPattern: Int64(place)) &* 0xD1B5_4A32_D192_ED03
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// True so many times in a hundred, on the average.
    mutating func happens(percent: Int) -> Bool {
        Int.random(in: 0..<100, using: &self) < percent
    }

    mutating func days(_ range: Range<Int>) -> Int {
        Int.random(in: range, using: &self)
    }
}

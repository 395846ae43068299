/// Values that occur again and again, each kept once and known by a small number.
struct Interned<Value: Hashable & Sendable>: Sendable {
    private var values: [Value] = []
    private var numbers: [Value: UInt32] = [:]

    subscript(number: UInt32) -> Value { values[Int(number)] }

    /// The number of a value that occurred; nil for any other.
    func number(of value: Value) -> UInt32? { numbers[value] }

    /// The number of a value, which occurs now at the latest.
    mutating func intern(_ value: Value) -> UInt32 {
        if let known = numbers[value] { return known }
        let number = UInt32(clamping: values.count)
        values.append(value)
        numbers[value] = number
        return number
    }
}

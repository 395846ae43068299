/// A queue with cheap ends: `append` and `popFirst` do not move the other elements.
struct FIFO<Element> {
    private var storage: [Element] = []
    private var head = 0

    init() {}

    init(_ elements: [Element]) {
        storage = elements
    }

    var isEmpty: Bool { head == storage.count }
    var count: Int { storage.count - head }
    var first: Element? { isEmpty ? nil : storage[head] }

    mutating func append(_ element: Element) {
        storage.append(element)
    }

    mutating func popFirst() -> Element? {
        guard !isEmpty else { return nil }
        let element = storage[head]
        head += 1
        if head * 2 >= storage.count {
            storage.removeSubrange(..<head)
            head = 0
        }
        return element
    }

    /// Removes and returns the first element that fits.
    mutating func remove(where fits: (Element) -> Bool) -> Element? {
        guard let index = storage[head...].firstIndex(where: fits) else { return nil }
        return storage.remove(at: index)
    }

    /// Changes the first element in place; nothing when empty.
    mutating func changeFirst(_ change: (inout Element) -> Void) {
        guard !isEmpty else { return }
        change(&storage[head])
    }

    mutating func removeAll() -> [Element] {
        defer { self = FIFO() }
        return Array(storage[head...])
    }
}

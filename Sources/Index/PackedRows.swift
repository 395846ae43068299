/// Rows of many owners in one flat array: those of one owner lie side by side.
///
/// An array for each owner would cost an allocation each, and more than the rows themselves.
struct PackedRows<Row: Sendable>: Sendable {
    /// Where an owner's rows are.
    struct Place: Sendable {
        fileprivate var start: UInt32 = 0
        fileprivate var count: UInt32 = 0
    }

    private var rows: [Row] = []
    /// How many rows belong to nobody any more.
    private var unused = 0

    subscript(place: Place) -> ArraySlice<Row> {
        let start = Int(place.start)
        return rows[start..<(start + Int(place.count))]
    }

    /// Puts these rows in the place of the owner's; gives where they are.
    mutating func replace(_ place: Place, with new: [Row]) -> Place {
        let start = new.count <= Int(place.count) ? Int(place.start) : rows.count
        if start < rows.count {
            rows.replaceSubrange(start..<(start + new.count), with: new)
            unused += Int(place.count) - new.count
        } else {
            rows += new
            unused += Int(place.count)
        }
        return Place(start: UInt32(clamping: start), count: UInt32(clamping: new.count))
    }

    /// Whether a third of it, and not only a little, belongs to nobody.
    var isWasteful: Bool { unused > 4_096 && unused > rows.count / 3 }

    /// Moves all that is used together; `places` are those of every owner.
    mutating func compact(_ places: inout some MutableCollection<Place>) {
        var kept: [Row] = []
        kept.reserveCapacity(rows.count - unused)
        for index in places.indices {
            let start = UInt32(clamping: kept.count)
            kept += self[places[index]]
            places[index].start = start
        }
        rows = kept
        unused = 0
    }
}

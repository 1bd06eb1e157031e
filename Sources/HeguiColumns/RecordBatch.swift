/// Some records that have been cut into fields, to be read column by column.
///
/// Reading a column of many records at a time spares the machine from guessing, field by field,
/// what is to be done next.
@safe
final class RecordBatch {
    /// How many records.
    static let size = 256

    /// What is known of a record.
    struct Marks: OptionSet {
        let rawValue: UInt8

        /// It is left to the plain reader.
        static let odd = Marks(rawValue: 1)
        /// A field is written without which the row means nothing.
        static let identified = Marks(rawValue: 2)
        /// A field is written that no heading or footer has.
        static let evident = Marks(rawValue: 4)
    }

    /// By field, then by record: where it begins, and how long it is.
    let starts: UnsafeMutablePointer<Int32>
    let lengths: UnsafeMutablePointer<Int32>
    /// By record.
    let marks: UnsafeMutablePointer<Marks>
    let written: UnsafeMutablePointer<UInt8>
    /// Where each record begins and ends.
    let rowStarts: UnsafeMutablePointer<Int32>
    let rowEnds: UnsafeMutablePointer<Int32>
    private(set) var count = 0

    init(width: Int) {
        unsafe starts = .allocate(capacity: max(width, 1) * Self.size)
        unsafe lengths = .allocate(capacity: max(width, 1) * Self.size)
        unsafe marks = .allocate(capacity: Self.size)
        unsafe written = .allocate(capacity: Self.size)
        unsafe rowStarts = .allocate(capacity: Self.size)
        unsafe rowEnds = .allocate(capacity: Self.size)
    }

    deinit {
        unsafe starts.deallocate()
        unsafe lengths.deallocate()
        unsafe marks.deallocate()
        unsafe written.deallocate()
        unsafe rowStarts.deallocate()
        unsafe rowEnds.deallocate()
    }

    /// Ends the record whose fields have been put in place.
    @inline(__always)
    func close(_ start: Int, _ end: Int, isOdd: Bool, at record: Int) {
        unsafe marks[record] = isOdd ? .odd : []
        unsafe written[record] = 0
        unsafe rowStarts[record] = Int32(truncatingIfNeeded: start)
        unsafe rowEnds[record] = Int32(truncatingIfNeeded: end)
        count = record &+ 1
    }

    /// Empties the batch; the first fields of the record that has begun become the new first one's.
    func clear(keeping fields: Int) {
        for field in 0..<fields {
            let slot = field * Self.size
            unsafe starts[slot] = starts[slot + count]
            unsafe lengths[slot] = lengths[slot + count]
        }
        count = 0
    }
}

/// The cells of one column of a stretch while it is read, for one stretch after another.
@safe
final class CellScratch {
    private(set) var base: UnsafeMutablePointer<Int32>
    private var capacity = 1_024

    init() {
        unsafe base = .allocate(capacity: capacity)
    }

    deinit { unsafe base.deallocate() }

    /// Makes room for `wanted` cells, of which the first `kept` stay.
    func reserve(_ wanted: Int, keeping kept: Int) {
        guard wanted > capacity else { return }
        let size = max(wanted, capacity * 2)
        let other = UnsafeMutablePointer<Int32>.allocate(capacity: size)
        unsafe other.update(from: base, count: kept)
        unsafe base.deallocate()
        unsafe base = other
        capacity = size
    }
}

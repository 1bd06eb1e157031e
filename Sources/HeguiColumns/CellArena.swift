/// Memory for the cells of many short columns, in few large pieces.
///
/// One thread takes from it; what was taken goes back with the last of the columns.
final class CellArena {
    private let piece: Int
    private var pages: Pages?
    private var used = 0

    /// Takes memory from the system in pieces of so many bytes.
    init(piece: Int) {
        self.piece = piece
    }

    /// Returns memory for `count` cells, and what keeps it.
    func take(_ count: Int) -> (UnsafeMutablePointer<Int32>, Pages) {
        let size = count * MemoryLayout<Int32>.stride
        if let pages, used + size <= pages.size {
            let base = unsafe (pages.base + used).assumingMemoryBound(to: Int32.self)
            used += (size + 63) / 64 * 64
            return unsafe (base, pages)
        }
        let pages = Pages(size: max(size, piece))
        self.pages = pages
        used = (size + 63) / 64 * 64
        return unsafe (pages.base.bindMemory(to: Int32.self, capacity: pages.size / 4), pages)
    }
}

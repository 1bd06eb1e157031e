/// Memory for the cells of many short columns, in few large pieces.
///
/// One thread at a time takes from it; what was taken goes back with the last of the columns.
package final class CellArena: @unchecked Sendable {
    private let piece: Int
    private let memory: ColumnMemory
    private var pages: Pages?
    private var used = 0

    /// Takes memory in pieces of so many bytes.
    package init(piece: Int, from memory: ColumnMemory) {
        self.piece = piece
        self.memory = memory
    }

    /// Returns `size` bytes, and what keeps them.
    func take(_ size: Int) -> (base: UnsafeMutableRawPointer, memory: AnyObject) {
        let start = (used + 63) / 64 * 64
        if let pages, start + size <= pages.size {
            used = start + size
            return unsafe (pages.base + start, pages)
        }
        if size > piece / 4 {
            let pages = memory.pages(size)
            return unsafe (pages.base, pages)
        }
        let pages = memory.pages(piece)
        self.pages = pages
        used = size
        return unsafe (pages.base, pages)
    }

    /// Returns memory of its own.
    static func own(_ size: Int) -> (base: UnsafeMutableRawPointer, memory: AnyObject) {
        let pages = Pages(size: size)
        return unsafe (pages.base, pages)
    }
}

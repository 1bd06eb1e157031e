/// Memory for cells, each in one, two or four bytes.
///
/// In fewer than four bytes, 0 stands for an empty cell, 1 for a special one, and *n* for the cell
/// `least` + *n* - 2.
@safe
struct CellStore {
    private enum Width {
        case one, two, four
    }

    private let base: UnsafeMutableRawPointer
    private let width: Width
    private let least: Int32
    private let memory: AnyObject

    /// Takes a copy of cells, in an arena or in memory of its own.
    init(_ cells: UnsafePointer<Int32>, count: Int, in arena: CellArena?) {
        let bounds = unsafe Self.bounds(cells, count: count)
        let span = bounds.map { Int($0.upperBound) - Int($0.lowerBound) } ?? 0
        least = bounds?.lowerBound ?? 0
        width = span < 254 ? .one : span < 65_534 ? .two : .four
        let size = count * (width == .one ? 1 : width == .two ? 2 : 4)
        let place = unsafe arena?.take(size) ?? CellArena.own(size)
        unsafe base = place.base
        memory = unsafe place.memory
        switch width {
        case .one:
            unsafe Self.narrow(
                cells, count: count, least: least, to: base.assumingMemoryBound(to: UInt8.self))
        case .two:
            unsafe Self.narrow(
                cells, count: count, least: least, to: base.assumingMemoryBound(to: UInt16.self))
        case .four:
            unsafe base.assumingMemoryBound(to: Int32.self).update(from: cells, count: count)
        }
    }

    /// Memory for `count` cells of four bytes, which `fill` gives their values.
    init(wide count: Int, _ fill: (UnsafeMutablePointer<Int32>) -> Void) {
        let place = unsafe CellArena.own(count * 4)
        unsafe base = place.base
        memory = unsafe place.memory
        width = .four
        least = 0
        unsafe fill(base.assumingMemoryBound(to: Int32.self))
    }

    /// The cells, where they take four bytes each.
    var wide: UnsafePointer<Int32>? {
        width == .four
            ? unsafe UnsafePointer(base.assumingMemoryBound(to: Int32.self)) : nil
    }

    subscript(index: Int) -> Int32 {
        switch width {
        case .one: unsafe cell(Int32(base.assumingMemoryBound(to: UInt8.self)[index]))
        case .two: unsafe cell(Int32(base.assumingMemoryBound(to: UInt16.self)[index]))
        case .four: unsafe base.assumingMemoryBound(to: Int32.self)[index]
        }
    }

    private func cell(_ code: Int32) -> Int32 {
        code < 2 ? ColumnCells.absent + code : least + (code - 2)
    }

    /// Puts a cell in its place; false where it does not fit.
    func put(_ cell: Int32, at index: Int) -> Bool {
        if width == .four {
            unsafe base.assumingMemoryBound(to: Int32.self)[index] = cell
            return true
        }
        let code = Self.code(cell, least)
        switch width {
        case .one where code >= 0 && code <= UInt8.max:
            unsafe base.assumingMemoryBound(to: UInt8.self)[index] = UInt8(code)
        case .two where code >= 0 && code <= UInt16.max:
            unsafe base.assumingMemoryBound(to: UInt16.self)[index] = UInt16(code)
        default: return false
        }
        return true
    }

    /// Puts cells at `place`, four bytes each.
    func copy(_ range: Range<Int>, to place: UnsafeMutablePointer<Int32>) {
        let start = range.lowerBound
        switch width {
        case .one:
            let codes = unsafe base.assumingMemoryBound(to: UInt8.self) + start
            unsafe widen(codes, count: range.count, to: place)
        case .two:
            let codes = unsafe base.assumingMemoryBound(to: UInt16.self) + start
            unsafe widen(codes, count: range.count, to: place)
        case .four:
            unsafe place.update(
                from: base.assumingMemoryBound(to: Int32.self) + start, count: range.count)
        }
    }

    @inline(__always)
    private func widen<Code: FixedWidthInteger>(
        _ codes: UnsafePointer<Code>, count: Int, to place: UnsafeMutablePointer<Int32>
    ) {
        let shift = least &- 2
        for index in 0..<count {
            let code = unsafe Int32(truncatingIfNeeded: codes[index])
            unsafe place[index] = code < 2 ? ColumnCells.absent &+ code : shift &+ code
        }
    }

    @inline(__always)
    private static func narrow<Code: FixedWidthInteger>(
        _ cells: UnsafePointer<Int32>, count: Int, least: Int32,
        to codes: UnsafeMutablePointer<Code>
    ) {
        let shift = 2 &- least
        for index in 0..<count {
            let cell = unsafe cells[index]
            // Those that are no cells are 0 and 1 above the least of all numbers.
            let code = cell > ColumnCells.special ? cell &+ shift : cell &- ColumnCells.absent
            unsafe codes[index] = Code(truncatingIfNeeded: code)
        }
    }

    /// The code of a cell, which may be none.
    private static func code(_ cell: Int32, _ least: Int32) -> Int {
        if cell <= ColumnCells.special { return Int(cell) - Int(ColumnCells.absent) }
        return cell < least ? -1 : Int(cell) - Int(least) + 2
    }

    /// Returns the least and the greatest cell that is neither empty nor special, if there is one.
    static func bounds(_ cells: UnsafePointer<Int32>, count: Int) -> ClosedRange<Int32>? {
        var (least, most) = (Int32.max, Int32.min)
        for index in 0..<count {
            let cell = unsafe cells[index]
            least = min(least, cell > ColumnCells.special ? cell : Int32.max)
            most = max(most, cell)
        }
        return most > ColumnCells.special ? least...most : nil
    }
}

/// Memory for the cells of many short columns, in few large pieces.
///
/// The memory is freed with the last of the columns. Sendable because each arena belongs to one
/// scanner, and one thread at a time uses a scanner.
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

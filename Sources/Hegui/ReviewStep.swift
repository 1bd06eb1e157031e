/// A part of a review's work, told as it begins.
public enum ReviewStep: Sendable {
    /// The pack's files are read and checked.
    case readingPack
    /// The drop's files are read.
    case readingDrop
    /// The rules judge what was read.
    case judging
}

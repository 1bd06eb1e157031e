internal import HeguiDiagnostics

// What can be said about archives and the files in them.
extension Diagnostic {
    static func entryOutside(_ file: String) -> Diagnostic {
        Diagnostic(
            .entryRefused, .error, at: .file(file),
            zh: "压缩包内的这个名称通向包外，或不成名称，未读取，其余文件照常读取",
            en: "its name leads out of the archive or is none; it is not read, the others are",
            help: .packAgain)
    }

    static func entryRepeated(_ file: String) -> Diagnostic {
        Diagnostic(
            .entryRefused, .error, at: .file(file),
            zh: "压缩包内有几个同名文件，只读取第一个，其余待核实",
            en: "the archive holds several files of this name; only the first is read",
            help: Message(
                zh: "核对哪一个是要报送的，改名或删去其余的，重新压缩后放入",
                en: "see which one is meant, rename or remove the others, and pack it again"))
    }

    static func entryIsLink(_ file: String) -> Diagnostic {
        Diagnostic(
            .entryRefused, .error, at: .file(file),
            zh: "压缩包内是一个链接，不是文件本身，没有跟过去，未读取",
            en: "is a link and not the file itself; it is not followed, and nothing is read",
            help: .packAgain)
    }

    static func entryEncrypted(_ file: String) -> Diagnostic {
        Diagnostic(
            .passwordProtected, .error, at: .file(file),
            zh: "压缩包设有密码，无法读取这个文件",
            en: "is protected by the archive's password and cannot be read",
            help: Message(
                zh: "用密码解压后，把文件放进材料文件夹，或不设密码重新压缩",
                en: "unpack it with the password, or pack it again without one"))
    }

    static func archiveTooDeep(_ file: String) -> Diagnostic {
        Diagnostic(
            .archiveTooDeep, .error, at: .file(file),
            zh: "压缩包套了三层，最里面这一层未读取",
            en: "is an archive in an archive in an archive and is not read",
            help: .unpackFirst)
    }

    /// `zh` and `en` say which limit is passed.
    static func packedTooMuch(_ file: String, zh: String, en: String) -> Diagnostic {
        Diagnostic(
            .packedTooMuch, .error, at: .file(file),
            zh: zh + "，未读取", en: en + "; it is not read",
            help: Message(
                zh: "这样的文件可能是压缩炸弹；确认来源后解压，只放入本次审核需要的文件",
                en: "it may be a zip bomb; if you trust it, unpack it and drop only what is needed")
        )
    }

    static func entryDamaged(_ file: String) -> Diagnostic {
        Diagnostic(
            .entryDamaged, .error, at: .file(file),
            zh: "压缩包内的这个文件已损坏，或压缩方式不支持，未读取",
            en: "is damaged in the archive, or packed in a way that is not supported",
            help: Message(
                zh: "请原单位重新压缩为普通 .zip，或解压后放入",
                en: "have it packed again as a plain .zip, or unpack it"))
    }

    /// `what` names the format.
    static func packingUnsupported(_ file: String, what: Message) -> Diagnostic {
        Diagnostic(
            .packingUnsupported, .error, at: .file(file),
            zh: "是 \(what.zh) 压缩包，不能直接读取，请先解压",
            en: "is \(what.en) archive, which is not read: unpack it first", help: .unpackFirst)
    }
}

extension Message {
    fileprivate static let packAgain = Message(
        zh: "把文件本身重新压缩，或解压后放入", en: "pack the file itself again, or unpack it")

    fileprivate static let unpackFirst = Message(
        zh: "解压后把里面的文件放进材料文件夹，或压缩为 .zip 放入",
        en: "unpack it and drop the files in it, or pack them as a .zip")
}

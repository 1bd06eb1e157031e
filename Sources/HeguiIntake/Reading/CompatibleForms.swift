/// Characters that are written like others: the radicals that copying from a PDF gives for whole
/// characters, such as `⽊` for `木`.
enum CompatibleForms {
    /// Returns the character that one of the radicals stands for; nil for any other.
    static func character(of radical: Unicode.Scalar) -> Unicode.Scalar? {
        switch radical.value {
        case 0x2F00...0x2FD5: kangxi[Int(radical.value - 0x2F00)]
        case 0x2E80...0x2EF3: others[radical]
        default: nil
        }
    }

    /// Of U+2F00 to U+2FD5.
    private static let kangxi = Array(
        """
        一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾\
        干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生\
        用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆\
        豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃\
        黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠
        """.unicodeScalars)

    /// Those of the supplement that are whole characters.
    private static let others: [Unicode.Scalar: Unicode.Scalar] = {
        let pairs = Array(
            """
            ⺁厂⺈刀⺊卜⺌小⺍小⺎兀⺒巳⺓幺⺛旡⺝月⺟母⺠民⺧牛⺩王⺫目⺬示⻁虎⻄西⻅见⻆角⻉贝⻊足⻋车⻑長\
            ⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜\
            ⻲亀⻳龟
            """.unicodeScalars)
        return Dictionary(
            stride(from: 0, to: pairs.count - 1, by: 2).map { (pairs[$0], pairs[$0 + 1]) },
            uniquingKeysWith: { first, _ in first })
    }()
}

extension Unicode.Scalar {
    /// Whether the character shows nothing and takes no room: marks of direction, joiners, soft
    /// hyphens, selectors of variants, and what stands for an object that is not text.
    var isInvisible: Bool {
        // Neither ASCII nor the signs and ideographs of East Asia, but for the filler of Hangul.
        guard value >= 0xAD, !(0x3000...0xFDFF).contains(value) || value == 0x3164 else {
            return false
        }
        return properties.isDefaultIgnorableCodePoint || properties.generalCategory == .format
            || value == 0xFFFC
    }
}

package org.babelmill.extract.charset;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.babelmill.extract.text.Ascii;

/**
 * The labels that pages use for charsets and what they mean in practice, by the WHATWG Encoding standard: a label for a
 * small charset stands for the larger one that pages really use ({@code iso-8859-1} is windows-1252, {@code gb2312} is
 * GB18030). Labels of charsets that this platform lacks (ISO-8859-10, -14) are unknown. Immutable and safe to share.
 */
final class CharsetLabels {

    private static final int MAX_LABEL = 40;

    private static final Map<String, Charset> LABELS = labels();

    private CharsetLabels() {}

    /** The charset that a label stands for; {@code utf-16} in any form counts, {@code utf-7} does not exist. */
    static Optional<Charset> find(String label) {
        String trimmed = label.trim();
        return trimmed.length() > MAX_LABEL ? Optional.empty() : Optional.ofNullable(LABELS.get(Ascii.lower(trimmed)));
    }

    private static Map<String, Charset> labels() {
        Map<String, Charset> map = new HashMap<>();
        put(map, "UTF-8", "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf8mb4 utf-8mb4");
        put(map, "UTF-16LE", "utf-16le utf-16 utf16 ucs-2 csunicode iso-10646-ucs-2 unicode unicodefeff");
        put(map, "UTF-16BE", "utf-16be unicodefffe");
        put(map, "IBM866", "ibm866 866 cp866 csibm866");
        put(
                map,
                "ISO-8859-2",
                "iso-8859-2 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 latin2 l2 csisolatin2 iso-ir-101");
        put(
                map,
                "ISO-8859-3",
                "iso-8859-3 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 latin3 l3 csisolatin3 iso-ir-109");
        put(
                map,
                "ISO-8859-4",
                "iso-8859-4 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 latin4 l4 csisolatin4 iso-ir-110");
        put(
                map,
                "ISO-8859-5",
                "iso-8859-5 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988 cyrillic csisolatincyrillic iso-ir-144");
        put(map, "ISO-8859-6", "iso-8859-6 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 arabic asmo-708 ecma-114");
        put(map, "ISO-8859-6", "csisolatinarabic iso-ir-127 iso-8859-6-e iso-8859-6-i csiso88596e csiso88596i");
        put(
                map,
                "ISO-8859-7",
                "iso-8859-7 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 greek greek8 ecma-118 elot_928");
        put(map, "ISO-8859-7", "csisolatingreek iso-ir-126 sun_eu_greek");
        put(
                map,
                "ISO-8859-8",
                "iso-8859-8 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 hebrew visual csisolatinhebrew");
        put(map, "ISO-8859-8", "iso-ir-138 iso-8859-8-e iso-8859-8-i csiso88598e csiso88598i logical");
        put(map, "ISO-8859-13", "iso-8859-13 iso8859-13 iso885913");
        put(map, "ISO-8859-15", "iso-8859-15 iso8859-15 iso885915 iso_8859-15 latin9 l9 csisolatin9");
        put(map, "ISO-8859-16", "iso-8859-16");
        put(map, "KOI8-R", "koi8-r koi8 koi koi8_r cskoi8r");
        put(map, "KOI8-U", "koi8-u koi8-ru");
        put(map, "x-MacRoman", "macintosh mac x-mac-roman csmacintosh");
        put(map, "x-MacCyrillic", "x-mac-cyrillic x-mac-ukrainian");
        put(map, "x-windows-874", "windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 tis620");
        put(map, "windows-1250", "windows-1250 cp1250 x-cp1250 win-1250");
        put(map, "windows-1251", "windows-1251 cp1251 x-cp1251 win-1251 cp-1251 windows1251 win1251");
        put(
                map,
                "windows-1252",
                "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987");
        put(map, "windows-1252", "latin1 latin-1 l1 csisolatin1 iso-ir-100 ascii us-ascii ansi_x3.4-1968 ibm819 cp819");
        put(map, "windows-1253", "windows-1253 cp1253 x-cp1253");
        put(
                map,
                "windows-1254",
                "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989");
        put(map, "windows-1254", "latin5 l5 csisolatin5 iso-ir-148");
        put(map, "windows-1255", "windows-1255 cp1255 x-cp1255");
        put(map, "windows-1256", "windows-1256 cp1256 x-cp1256");
        put(map, "windows-1257", "windows-1257 cp1257 x-cp1257");
        put(map, "windows-1258", "windows-1258 cp1258 x-cp1258");
        put(
                map,
                "GB18030",
                "gb18030 gbk gb2312 gb_2312 gb_2312-80 gb-2312 chinese csgb2312 csiso58gb231280 x-gbk cp936");
        put(map, "GB18030", "iso-ir-58 hz-gb-2312 ms936 euc-cn");
        put(map, "Big5-HKSCS", "big5 big5-hkscs cn-big5 csbig5 x-x-big5 big-5");
        put(map, "EUC-JP", "euc-jp eucjp x-euc-jp x-euc cseucpkdfmtjapanese");
        put(map, "ISO-2022-JP", "iso-2022-jp csiso2022jp");
        put(map, "windows-31j", "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis cp932 shiftjis");
        put(
                map,
                "x-windows-949",
                "euc-kr euckr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean windows-949 cp949");
        put(map, "x-windows-949", "cseuckr csksc56011987 iso-ir-149 ms949 uhc");
        return Map.copyOf(map);
    }

    private static void put(Map<String, Charset> map, String charset, String labels) {
        Charset found = Charset.forName(charset);
        for (String label : labels.split(" ")) {
            map.put(label, found);
        }
    }
}

package org.babelmill.extract.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages that declare nothing, in the charsets that such pages are mostly in. */
class UndeclaredCharsetTest {

    private static final String POLISH =
            "Wczoraj wieczorem mieszkańcy miasta usłyszeli głośny wybuch. Straż pożarna przyjechała"
                    + " po dziesięciu minutach i ugasiła ogień, zanim zdążył się rozprzestrzenić na sąsiednie budynki. Nikt nie"
                    + " został ranny, ale właściciel sklepu mówi, że stracił wszystko. Policja bada, skąd wziął się pożar.";
    private static final String RUSSIAN =
            "Вчера вечером жители города услышали громкий взрыв. Пожарные приехали через десять"
                    + " минут и потушили огонь прежде, чем он успел перекинуться на соседние дома. Никто не пострадал.";
    private static final String GREEK =
            "Χθες το βράδυ οι κάτοικοι της πόλης άκουσαν μια δυνατή έκρηξη. Η πυροσβεστική έφτασε σε"
                    + " δέκα λεπτά και έσβησε τη φωτιά πριν προλάβει να εξαπλωθεί στα διπλανά κτίρια. Κανείς δεν τραυματίστηκε.";
    private static final String CHINESE =
            "昨天晚上，城里的居民听到一声巨响。消防队十分钟后赶到，在火势蔓延到邻近建筑之前将其扑灭。没有人受伤，" + "但是店主说他失去了一切。警方正在调查起火的原因。";
    private static final String JAPANESE =
            "昨夜、町の住民は大きな爆発音を聞いた。消防隊は十分後に到着し、隣の建物に燃え移る前に火を消し止めた。" + "けが人はいなかったが、店の主人はすべてを失ったと話している。警察が原因を調べている。";

    @ParameterizedTest
    @CsvSource({
        "polish, windows-1250",
        "polish, iso-8859-2",
        "russian, windows-1251",
        "russian, koi8-r",
        "greek, windows-1253",
        "greek, iso-8859-7",
        "chinese, gb18030",
        "japanese, shift_jis",
        "japanese, euc-jp"
    })
    void legacyPagesAreReadRightByTheirTextAlone(String language, String charset) {
        String text = text(language);
        String page =
                "<html><head><title>x</title></head><body><div class=content><p>" + text + "</p></div></body></html>";

        DecodedText decoded = new PageDecoder().decode(page.getBytes(Charset.forName(charset)), Optional.empty());

        assertThat(decoded.text()).isEqualTo(page);
        assertThat(decoded.evidence()).isEqualTo(DecodedText.Evidence.STATISTICS);
        assertThat(decoded.replaced()).isZero();
    }

    private static String text(String language) {
        return switch (language) {
            case "polish" -> POLISH;
            case "russian" -> RUSSIAN;
            case "greek" -> GREEK;
            case "chinese" -> CHINESE;
            default -> JAPANESE;
        };
    }
}

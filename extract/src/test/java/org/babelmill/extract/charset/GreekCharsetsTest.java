package org.babelmill.extract.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreekCharsetsTest {

    private static final String TEXT = "Η πυροσβεστική έφτασε σε δέκα λεπτά και έσβησε τη φωτιά. ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "iso-8859-7   | Η ‘φωτιά’ έσβησε",
                "iso-8859-7   | Άγιος Νικόλαος",
                "iso-8859-7   | απ’ την πόλη",
                "windows-1253 | Άγιος Νικόλαος",
                "windows-1253 | στην Ά τάξη",
                "windows-1253 | ΕΛΛΆΔΑ",
                "windows-1253 | Η ‘φωτιά’ έσβησε",
                "windows-1253 | τίποτα από αυτά"
            })
    void theTwoAreToldByWhatStandsAnywhereInThePage(String charset, String sign) {
        String page = "<p>" + TEXT.repeat(400) + "</p><p>" + sign + "</p>";

        DecodedText decoded = new PageDecoder().decode(page.getBytes(Charset.forName(charset)), Optional.empty());

        assertThat(decoded.charset()).isEqualTo(charset);
        assertThat(decoded.text()).isEqualTo(page);
    }
}

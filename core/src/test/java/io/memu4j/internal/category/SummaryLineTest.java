package io.memu4j.internal.category;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SummaryLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Ana lives in Porto.                                        | 4
            Ana doesn't like well-known places - at all.               | 8
            아나는 포르투에 산다.                                          | 3
            安娜住在波尔图。                                              | 7
            Ana works at the hospital 波尔图 in Portugal since 2019.     | 12
            ひらがなだけ                                                 | 6
            アナはポートワインがすき。                                      | 12
            Anaはポルトに住む                                            | 8
            อานาอาศัยอยู่ในเมืองปอร์โต                                        | 6
            """)
    void words_are_counted_as_the_script_writes_them(String text, int words) {
        assertThat(new SummaryLine(text, 1).words()).isEqualTo(words);
    }
}

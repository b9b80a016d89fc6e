package io.memu4j.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All texts are spoken on Monday, 8 May 2023, unless the row says otherwise. */
class TimeExpressionsTest {
    private static final LocalDate SPOKEN = LocalDate.of(2023, 5, 8);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            I was born on 1990-02-28.             | 1990-02-28 | 1990-03-01 | DAY
            on 8 May 2023 we met                  | 2023-05-08 | 2023-05-09 | DAY
            May 8th, 2023 was fun                 | 2023-05-08 | 2023-05-09 | DAY
            the 3rd of June 2021                  | 2021-06-03 | 2021-06-04 | DAY
            on the 3rd of June I left             | 2022-06-03 | 2022-06-04 | DAY
            we will meet on 3 June                | 2023-06-03 | 2023-06-04 | DAY
            on March 5 we went out                | 2023-03-05 | 2023-03-06 | DAY
            am 8. Mai 2023 war ich da             | 2023-05-08 | 2023-05-09 | DAY
            seit 24.12.2021                       | 2021-12-24 | 2021-12-25 | DAY
            le 14 juillet 2020                    | 2020-07-14 | 2020-07-15 | DAY
            el 5 de marzo de 2022                 | 2022-03-05 | 2022-03-06 | DAY
            我2023年5月8日去了北京                    | 2023-05-08 | 2023-05-09 | DAY
            I saw it yesterday                    | 2023-05-07 | 2023-05-08 | DAY
            I slept badly last night              | 2023-05-07 | 2023-05-08 | DAY
            the day before yesterday it rained    | 2023-05-06 | 2023-05-07 | DAY
            I'll see her tomorrow                 | 2023-05-09 | 2023-05-10 | DAY
            I had bread this morning              | 2023-05-08 | 2023-05-09 | DAY
            three days ago I fell                 | 2023-05-05 | 2023-05-06 | DAY
            in two days I fly                     | 2023-05-10 | 2023-05-11 | DAY
            last Friday I cooked                  | 2023-05-05 | 2023-05-06 | DAY
            last Monday I cooked                  | 2023-05-01 | 2023-05-02 | DAY
            on Friday I went out                  | 2023-05-05 | 2023-05-06 | DAY
            I want to relax on Friday             | 2023-05-12 | 2023-05-13 | DAY
            it is due by Wednesday                | 2023-05-10 | 2023-05-11 | DAY
            next Friday I leave                   | 2023-05-12 | 2023-05-13 | DAY
            last week I ran                       | 2023-05-01 | 2023-05-08 | WEEK
            I start next week                     | 2023-05-15 | 2023-05-22 | WEEK
            two weeks ago                         | 2023-04-24 | 2023-05-01 | WEEK
            last weekend we hiked                 | 2023-05-06 | 2023-05-08 | WEEK
            we skied this weekend                 | 2023-05-06 | 2023-05-08 | WEEK
            last Fri I cooked                     | 2023-05-05 | 2023-05-06 | DAY
            this weekend we will hike             | 2023-05-13 | 2023-05-15 | WEEK
            a few days ago                        | 2023-05-02 | 2023-05-07 | WEEK
            last month                            | 2023-04-01 | 2023-05-01 | MONTH
            next month                            | 2023-06-01 | 2023-07-01 | MONTH
            two months ago                        | 2023-03-01 | 2023-04-01 | MONTH
            I moved to Porto in May.              | 2023-05-01 | 2023-06-01 | MONTH
            we met in July                        | 2022-07-01 | 2022-08-01 | MONTH
            I will marry in July                  | 2023-07-01 | 2023-08-01 | MONTH
            we have to leave by the end of July   | 2023-07-01 | 2023-08-01 | MONTH
            I'm getting married in March          | 2024-03-01 | 2024-04-01 | MONTH
            last July                             | 2022-07-01 | 2022-08-01 | MONTH
            since August 2020                     | 2020-08-01 | 2020-09-01 | MONTH
            last spring                           | 2022-03-01 | 2022-06-01 | SEASON
            next summer                           | 2023-06-01 | 2023-09-01 | SEASON
            in the winter of 2020                 | 2020-12-01 | 2021-03-01 | SEASON
            in 2019 I graduated                   | 2019-01-01 | 2020-01-01 | YEAR
            I painted it last year                | 2022-01-01 | 2023-01-01 | YEAR
            five years ago                        | 2018-01-01 | 2019-01-01 | YEAR
            a couple of years ago                 | 2021-01-01 | 2022-01-01 | YEAR
            gestern war ich krank                 | 2023-05-07 | 2023-05-08 | DAY
            letzte Woche                          | 2023-05-01 | 2023-05-08 | WEEK
            la semana pasada                      | 2023-05-01 | 2023-05-08 | WEEK
            le mois dernier                       | 2023-04-01 | 2023-05-01 | MONTH
            我昨天买了一本书                         | 2023-05-07 | 2023-05-08 | DAY
            先月引っ越しました                        | 2023-04-01 | 2023-05-01 | MONTH
            """)
    void a_time_expression_becomes_its_span(String text, LocalDate start, LocalDate end, String precision) {
        assertThat(TimeExpressions.find(text, SPOKEN)).singleElement().satisfies(mention -> {
            assertThat(mention.when().start()).isEqualTo(start.atStartOfDay());
            assertThat(mention.when().end()).isEqualTo(end.atStartOfDay());
            assertThat(mention.when().precision()).hasToString(precision);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            You may go.
            They march on.
            Fridays are long
            Friday feels so far away
            I ran 2019 meters
            It costs 2,023 dollars
            on 31 February
            version 1.2.2023456
            it feels like yesterday
            """)
    void what_only_looks_like_a_time_is_left_alone(String text) {
        assertThat(TimeExpressions.find(text, SPOKEN)).isEmpty();
    }

    @Test
    void without_a_day_of_speaking_only_absolute_times_are_found() {
        assertThat(TimeExpressions.find("Yesterday, on 8 May 2023, and last July I ran in 2019", null))
                .extracting(TimeMention::relative)
                .containsExactly(false, false);
    }

    @Test
    void a_mention_says_where_it_stands_and_whether_it_is_relative() {
        String text = "I ran yesterday and on 1 May 2023.";
        assertThat(TimeExpressions.find(text, SPOKEN))
                .extracting(m -> text.substring(m.start(), m.end()) + " " + m.relative())
                .containsExactly("yesterday true", "1 May 2023 false");
    }

    @Test
    void the_most_precise_of_several_times_wins() {
        assertThat(TimeExpressions.mostPrecise("Last year, on 3 June 2022, I ran", SPOKEN))
                .hasValueSatisfying(m -> assertThat(m.when().start()).isEqualTo("2022-06-03T00:00:00"));
    }
}

package io.memu4j.internal.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            I live in Leipzig.                                   | home ONE leipzig
            We have just moved to Graz last month.               | home CHANGE graz
            I've moved from Lyon to Nantes.                      | home CHANGE nantes
            I don't live in Leipzig anymore.                     | home END leipzig
            My sister lives in Turku.                            | home/sister ONE turku
            I work as a surveyor at Bauhaus.                     | employer ONE bauhaus
            I quit my job last week.                             | employer END
            I started a new job at Kuka in May.                  | employer CHANGE kuka
            My phone number is 0171 55 66 77.                    | phone ONE 0171556677
            My new number is +49 171 9988.                       | phone CHANGE 491719988
            I'm dating Jonas.                                    | partner ONE jonas
            Jonas and I broke up in June.                        | partner END jonas
            I broke up with Jonas.                               | partner END jonas
            I'm a vegetarian.                                    | diet ONE vegetarian
            I'm not vegetarian anymore, I eat fish again.        | diet END vegetarian
            I started eating meat again.                         | diet CHANGE meat
            We sold the old Golf.                                | car END golf
            I bought a used Skoda Octavia.                       | car CHANGE skoda octavia
            I have a dog called Pepper.                          | pet SOME dog called pepper
            Our dog Pepper died on Sunday.                       | pet END dog pepper
            I use Emacs for everything.                          | editor ONE emacs
            I switched from Emacs to Zed.                        | editor CHANGE zed
            My thesis is about moss in cities.                   | thesis ONE moss in cities
            I take ramipril for my blood pressure.               | do:ramipril SOME
            My doctor switched me from ramipril to candesartan.  | do:ramipril CHANGE candesartan
            I stopped taking ramipril.                           | do:ramipril END
            The meeting with Paula was moved to Tuesday.         | appointment:meeting CHANGE
            The dentist moved my appointment to Friday.          | appointment:appointment CHANGE dentist
            Our trip to Oslo has been cancelled.                 | trip END oslo
            I'm allergic to penicillin.                          | allergy:penicillin ONE yes
            I am not allergic to penicillin.                     | allergy:penicillin ONE no
            My favourite band is Tocotronic.                     | favourite band ONE tocotronic
            My new dentist is Dr. Kern.                          | my dentist CHANGE dr kern
            I'm at Kuka now.                                     | employer CHANGE kuka
            I've been working for Kuka for six years.            | employer ONE kuka
            I'm a nurse at St. Georg.                            | employer ONE st georg
            I handed in my notice yesterday.                     | employer END
            I don't eat meat.                                    | diet ONE vegetarian
            Jonas and I are engaged.                             | partner ONE jonas
            My number has changed, it's now 0151 33 44.          | phone CHANGE 01513344
            We have a golden retriever called Pepper.            | pet SOME retriever called pepper
            We had to put Pepper down.                           | pet END pepper
            We're flying to Japan in March.                      | trip SOME japan
            We're not going to Japan after all.                  | trip END japan
            We cancelled the trip to Japan.                      | trip END japan
            We're going to Norway instead.                       | trip CHANGE norway
            The topic of my thesis is moss in cities.            | thesis ONE moss in cities
            I'm a long-time vim user.                            | editor ONE vim
            I drive a 2012 VW Polo.                              | car ONE vw polo
            The doctor replaced ramipril with losartan.          | do:ramipril CHANGE losartan
            The rent has gone up to 820 euros.                   | my rent CHANGE 820 euros
            The rent is 780 euros, heating included.             | my rent SOME 780 euros
            My channel is called Moorland.                       | my channel SOME moorland
            The channel is now called Fenland.                   | my channel CHANGE fenland
            They raised my phone plan to 19 euros.               | my phone plan CHANGE 19 euros
            We decided against Rust.                             | choice:rust END
            We want to go with Rust for the parser.              | choice:rust SOME
            I start work at eight.                               | hours start ONE eight
            From next month on I start at six.                   | hours start CHANGE six
            I keep all my recipes in Paprika.                    | do:paprika SOME
            We gave Benno to my aunt.                            | pet END benno
            We called off the sailing trip to Elba.              | trip END elba
            I cycle to work.                                     | commute ONE bike
            Our seminar is on Monday, not on Tuesday.            | appointment:seminar CHANGE
            They pushed the review with the board to Friday.     | appointment:review CHANGE
            Der Termin beim Notar wurde auf den 3. Juni verlegt. | appointment:termin CHANGE beim notar
            Die Miete ist auf 640 Euro gestiegen.                | my miete CHANGE 640 euro
            Ich wohne seit zwei Jahren in Leipzig.               | home ONE leipzig
            Ich bin letzten Monat nach Graz gezogen.             | home CHANGE graz
            Ich arbeite bei Siemens.                             | employer ONE siemens
            Ich bin kein Vegetarier mehr.                        | diet END vegetarier
            """)
    void says(String sentence, String claim) {
        assertThat(FactReader.read(sentence, "Ana"))
                .as(sentence)
                .isNotEmpty()
                .first()
                .satisfies(read -> assertThat((read.fact() + " " + read.role() + " " + read.value()).strip())
                        .isEqualTo(claim));
    }

    @Test
    void the_name_of_the_speaker_counts_as_I() {
        assertThat(FactReader.factOf("Ana lives in Leeds, near the station.", "Ana"))
                .isEqualTo("home");
        assertThat(FactReader.factOf("Ana's phone number is 555-0101.", "Ana")).isEqualTo("phone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Should I move to Berlin?",
                "If I lived in Rome, I would learn Italian.",
                "I might move to Rome next year.",
                "I want to work at Bosch.",
                "I used to live in Rome.",
                "I live in a small flat near the station.",
                "When I moved to Porto, I knew nobody.",
                "I left the keys at home.",
                "We moved the meeting room around."
            })
    void says_nothing_that_a_person_has_one_of(String sentence) {
        assertThat(FactReader.read(sentence, "Ana"))
                .noneMatch(claim -> claim.fact().startsWith("home"));
    }
}

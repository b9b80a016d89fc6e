package io.memu4j.internal.ingest.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.memu4j.error.InvalidInputException;
import io.memu4j.internal.ingest.text.TextContent;
import io.memu4j.model.ConversationMessage;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who speaks, in the fields by which libraries and exports name them. */
class JsonSpeakersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                // Spring AI
                "[{'messageType':'USER','text':'I keep bees.'},{'messageType':'ASSISTANT','text':'I run on a server.'}]",
                // LangChain, as it is, as a dict, and as dumps writes it
                "[{'type':'human','content':'I keep bees.'},{'type':'ai','content':'I run on a server.'}]",
                "[{'type':'human','data':{'content':'I keep bees.','name':null}},{'type':'ai','data':{'content':'I run on a server.'}}]",
                "[{'lc':1,'type':'constructor','kwargs':{'content':'I keep bees.','type':'human'}},"
                        + "{'lc':1,'type':'constructor','kwargs':{'content':'I run on a server.','type':'ai'}}]",
                // claude.ai
                "[{'sender':'human','text':'','content':[{'type':'text','text':'I keep bees.'}]},{'sender':'assistant','text':'I run on a server.'}]",
                // LangChain4j's serializer of a chat memory
                "[{'contents':[{'text':'I keep bees.','type':'TEXT'}],'type':'USER'},"
                        + "{'toolExecutionRequests':[],'text':'I run on a server.','type':'AI'}]",
                // Responses API
                "[{'type':'message','role':'user','content':[{'type':'input_text','text':'I keep bees.'}]},"
                        + "{'type':'message','role':'assistant','content':[{'type':'output_text','text':'I run on a server.'}]}]",
                // ChatGPT
                "[{'author':{'role':'user'},'content':{'content_type':'text','parts':['I keep bees.']}},"
                        + "{'author':{'role':'assistant'},'content':{'content_type':'text','parts':['I run on a server.']}}]",
                "[{'from':'human','value':'I keep bees.'},{'from':'gpt','value':'I run on a server.'}]",
                "[{'from':'You','content':'I keep bees.'},{'from':'gpt-4o-mini','content':'I run on a server.'}]",
                "[{'author':'me','text':'I keep bees.'},{'author':'Claude 3.5 Sonnet','text':'I run on a server.'}]",
                "[{'role':'user','parts':[{'text':'I keep bees.'}]},{'role':'model','parts':[{'text':'I run on a server.'}]}]",
            })
    void user_and_assistant_are_told_apart(String json) {
        assertThat(read(json))
                .containsExactly(
                        ConversationMessage.user("I keep bees."), ConversationMessage.assistant("I run on a server."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Telegram
                "{'name':'Bees','messages':[{'type':'message','date':'2026-03-01T10:00:00','from':'Oda','text':['I keep ',{'type':'bold','text':'bees'},'.']},"
                        + "{'type':'message','date_unixtime':'1772359260','date':'2026-03-01T11:01:00','from':'Per','text':'I bake.'}]}",
                // Slack
                "[{'type':'message','user':'U1','user_profile':{'real_name':'Oda'},'text':'I keep bees.','ts':'1772359200.000000'},"
                        + "{'type':'message','user':'Per','text':'I bake.','ts':'1772359260.000000'}]",
                // Discord
                "{'messages':[{'type':'Default','timestamp':'2026-03-01T10:00:00Z','content':'I keep bees.','author':{'name':'oda77','nickname':'Oda','isBot':false}},"
                        + "{'timestamp':'2026-03-01T10:01:00Z','content':'I bake.','author':{'name':'Per'}}]}",
                // Messenger
                "[{'sender_name':'Oda','timestamp_ms':1772359200000,'content':'I keep bees.'},{'sender_name':'Per','timestamp_ms':1772359260000,'content':'I bake.'}]",
                // Teams
                "[{'createdDateTime':'2026-03-01T10:00:00Z','from':{'user':{'displayName':'Oda'}},'body':{'contentType':'text','content':'I keep bees.'}},"
                        + "{'createdDateTime':'2026-03-01T10:01:00Z','from':{'user':{'displayName':'Per'}},'body':{'content':'I bake.'}}]",
                "[{'author':'Oda','sent_at':'2026-03-01T10:00:00Z','content':'I keep bees.'},{'author':'Per','create_time':1772359260,'content':'I bake.'}]",
            })
    void people_keep_their_names_and_times(String json) {
        OffsetDateTime ten = OffsetDateTime.parse("2026-03-01T10:00:00Z");

        assertThat(read(json))
                .containsExactly(
                        ConversationMessage.user("Oda", "I keep bees.").at(ten),
                        ConversationMessage.user("Per", "I bake.").at(ten.plusMinutes(1)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    'role':'developer'                          | system          |
                    'role':'function'                           | tool            |
                    'role':'tool'                               | tool            |
                    'role':'Customer'                           | customer        |
                    'role':'Support Agent'                      | support agent   |
                    'role':'narrator'                           | narrator        |
                    'role':'wizard'                             | wizard          |
                    'role':'user','name':'assistant'            | assistant       |
                    'role':'gpt-4o'                             | assistant       |
                    'speaker':'Speaker 2'                       | speaker 2       |
                    'speaker':'SPEAKER_01'                      | speaker 01      |
                    'subtype':'bot_message','username':'buildo' | assistant       | buildo
                    'author':{'name':'buildo','isBot':true}     | assistant       | buildo
                    'subtype':'channel_join','user':'U1'        | system          | U1
                    'type':'Call','author':{'name':'Oda'}       | system          | Oda
                    'who':'Oda'                                 | unknown         |
                    """)
    void what_is_no_name_of_a_person_is_a_role(String fields, String role, String name) {
        assertThat(read("[{'role':'user','content':'Hi'},{" + fields + ",'content':'I keep bees.'}]"))
                .last()
                .extracting(ConversationMessage::role, ConversationMessage::name)
                .isEqualTo(tuple(role, name).toList());
    }

    @Test
    void a_messenger_export_is_read_oldest_first_and_with_its_letters() {
        assertThat(
                        read(
                                "{'participants':[],'messages':["
                                        + "{'sender_name':'S\\u00c3\\u00b8ren','timestamp_ms':1772359320000,'content':'Cr\\u00c3\\u00a8me fra\\u00c3\\u00aeche.'},"
                                        + "{'sender_name':'Oda','timestamp_ms':1772359260000,'photos':[]},"
                                        + "{'sender_name':'Oda','timestamp_ms':1772359200000,'content':'I keep bees, d\\u00e9j\\u00e0 vu.'}]}"))
                .extracting(ConversationMessage::speaker, ConversationMessage::content)
                .containsExactly(
                        tuple("Oda", "I keep bees, déjà vu."), tuple("Oda", ""), tuple("Søren", "Crème fraîche."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'role':'assistant','tool_calls':[{'id':'1','type':'function'}]}",
                "{'role':'assistant','content':null,'function_call':{'name':'f','arguments':'{}'}}",
                "{'role':'assistant','refusal':'I cannot.'}",
                "{'type':'function_call','call_id':'1','name':'f','arguments':'{}'}",
                "{'type':'function_call_output','call_id':'1','output':'ok'}",
                "{'type':'reasoning','summary':[]}",
                "{'type':'AI','toolExecutionRequests':[{'id':'1','name':'f'}]}",
                "{'sender_name':'Oda','photos':[{'uri':'a.jpg'}]}",
            })
    void messages_without_words_are_empty(String entry) {
        assertThat(read("[{'role':'user','content':'I keep bees.'}," + entry + "]"))
                .extracting(ConversationMessage::content)
                .containsExactly("I keep bees.", "");
    }

    @Test
    void a_picture_without_words_is_named() {
        assertThat(read(
                        "[{'role':'user','content':{'type':'image_url','image_url':{'url':'https://example.org/a.jpg'}}},"
                                + "{'role':'user','content':[{'type':'image','caption':'My hives'}]},"
                                + "{'role':'user','content':[{'type':'text','text':'Look!'},{'type':'image'}]}]"))
                .extracting(ConversationMessage::content)
                .containsExactly("[image]", "[image: My hives]", "Look!");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'content':'I keep bees.'}]",
                "[{'id':1,'text':'A chair.'},{'id':2,'text':'A table.'}]",
                "{'messages':[{'who':'Oda','content':'I keep bees.'}]}",
            })
    void nothing_is_the_users_where_no_message_says_who_speaks(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("The file x does not say who speaks in any of its ")
                .hasMessageContaining("Expected a field 'role'")
                .hasMessageNotContaining("bees");
    }

    private static List<ConversationMessage> read(String json) {
        return Conversations.recognise(new TextContent("The file x", "c.json", json.replace('\'', '"')), ZoneOffset.UTC)
                .orElseThrow();
    }
}

import { lexicon } from '../lexicon.ts'

export const english = /* @__PURE__ */ lexicon({
  talk: `speak talk chat communicate contact reach get_in_touch get_hold get_through reach_out get_ahold connect_me conversation chat_live
    speak_directly talk_directly help_from assistance_from support_from answer_from answers_from response_from reply_from advice_from
    deal_with hear_from callback_from complain_to appreciate_speaking appreciate_talking insist_on_speaking insist_on_talking
    mind_connecting mind_transferring prefer_speaking prefer_talking escalate_to i_be_transferred i_be_connected i_be_put_through
    i_get_transferred i_get_connected`,
  want: `want wanna need get give would_like id_like really_like would_love rather_have prefer require demand request requesting find
    bring can_i_have could_i_have may_i_have can_we_have let_me_have wish_for ask_for asked_for asking_for looking_for waiting_for
    wait_for have_to_have must_have i_said`,
  offer: 'do_you_have dont_you_have have_you_got put',
  move: 'put pass bring send hand take',
  hand: 'connect call transfer forward redirect route switch escalate handoff handover change reroute transferred connected escalated',
  objects: 'me us chat conversation case ticket call_over chat_over',
  exist: 'is_there are_there is_any are_any isnt_there arent_there where_is where_are until is_it_possible_to_have got_any any_chance_of how_about',
  modal: 'can could would will may let have_a have_an ask',
  serve: `help assist call contact take look answer respond reply speak talk chat join handle check review message explain solve fix deal
    come listen get`,
  firm: `human humans agent agents operator operators representative representatives rep reps advisor advisors adviser csr
    customer_service customer_services customer_support customer_care help_desk helpdesk live_chat live_support human_being human_beings
    supervisor real_person real_people live_person actual_person service_agent call_center call_centre escalate`,
  people: 'person employee member_of_staff manager specialist colleague colleagues staff_member team_member',
  vague: 'someone somebody anyone anybody people support sales billing team staff department boss technician consultant',
  before: `a an the any some another other one real live living actual human proper genuine true physical flesh breathing service support
    sales billing technical tech customer chat phone bank senior qualified different single online available english speaking nice
    human_being fucking freaking bloody damn goddamn`,
  links: `to with me us through over of your you on from at now please directly just this chat conversation case ticket it call back
    straight instead again pls plz right first i we ur 2 member`,
  after: `please pls plz now here instead to about for from on in at with regarding because and or not today asap immediately right can
    could i as directly soon quickly again if so thanks thank ok real quick via by over rather tomorrow urgently of behind instead_of when
    like me first then straight but cuz cause since anymore only my rep agent operator support assistance help service this is we bc cos
    yet already right_now at_all`,
  clause: 'who that whom whos',
  definite: 'the this that',
  blocks: `resources resource rights error errors fee fees exchange sample rate code id number numbers name account commission trafficking
    nature hair estate login portal email address charge charges hours policy`,
  presence: 'real there here available online alive around human free out_there reachable',
  polite: `please pls plz plss now hi hello hey ok okay yes yeah thanks thank_you thankyou help assistance is there just immediately asap
    today right again only not_a_robot not_a_bot not_a_machine not_bot not_robot not_ai start begin open i_said i_repeat needed required
    requested wanted urgent urgently dear sir um uh so and well hmm`,
  not: `dont not never without wont didnt did doesnt no_need do_i_need do_i_have_to do_we_need would_i_need will_i_need do_i_really_need
    should_i am_i_speaking am_i_talking am_i_chatting is_this are_you were_you did_i was_able_to had_to than avoid hate neither nor
    stop_asking unnecessary shouldnt wouldnt havent when_i whenever_i every_time_i instead_of dont_you_dare`,
  inverted: 'you we they there',
  bridge: `to really actually even i we last think believe feel any just would be do am im trying going having have ask asking yet is wish
    necessary my necessarily particularly prefer if able used talking speaking chatting dealing do_i_need_to_do do_i_have_to_do
    contact_person contact_people no_answer_from no_response_from no_reply_from no_help_from`,
  bots: 'bot bots chatbot chatbots robot robots machine machines computer computers ai automated automation assistant program algorithm',
  away: 'no stop hate enough tired_of sick_of fed_up_with done_with get_rid_of no_more remove kill quit',
  alone: `put_me_through escalate_this escalate_my escalate_it please_escalate hand_me_over pass_me_on hand_this_over call_me_back
    someone_call_me somebody_call_me someone_real somebody_real human_takeover someone_to_call_me somebody_to_call_me is_anyone_available
    is_someone_available is_anybody_available is_somebody_available`,
})

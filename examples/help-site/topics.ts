/** The shelves of the help site. Every article stands on exactly one; within a shelf the most wanted come first. */

export interface Topic {
  readonly id: string
  readonly title: string
  readonly about: string
  /** Path data of its icon, drawn in a square of 24. */
  readonly icon: string
  readonly articles: readonly string[]
}

export const topics: readonly Topic[] = [
  {
    id: 'cards',
    title: 'Cards',
    about: 'Activate, use and look after physical and virtual cards',
    icon: 'M3 7.5A2.5 2.5 0 0 1 5.5 5h13A2.5 2.5 0 0 1 21 7.5v9a2.5 2.5 0 0 1-2.5 2.5h-13A2.5 2.5 0 0 1 3 16.5zM3 10h18M7 15h4',
    articles: [
      'activate_my_card',
      'card_not_working',
      'getting_virtual_card',
      'change_pin',
      'pin_blocked',
      'contactless_not_working',
      'get_physical_card',
      'card_linking',
      'card_about_to_expire',
      'virtual_card_not_working',
      'get_disposable_virtual_card',
      'disposable_card_limits',
      'getting_spare_card',
      'card_acceptance',
      'visa_or_mastercard',
    ],
  },
  {
    id: 'payments',
    title: 'Payments',
    about: 'Declined, pending, unknown or charged twice, and refunds',
    icon: 'M6 3.5h12v17l-2.4-1.6-2.2 1.6-1.4-1.6-1.4 1.6-2.2-1.6L6 20.5zM9 8h6M9 12h6',
    articles: [
      'declined_card_payment',
      'card_payment_not_recognised',
      'pending_card_payment',
      'request_refund',
      'Refund_not_showing_up',
      'transaction_charged_twice',
      'card_payment_fee_charged',
      'card_payment_wrong_exchange_rate',
      'reverted_card_payment',
      'direct_debit_payment_not_recognised',
      'extra_charge_on_statement',
    ],
  },
  {
    id: 'transfers',
    title: 'Transfers',
    about: 'Send money, receive it and follow it on its way',
    icon: 'M4 8.5h15M15.5 5 19 8.5 15.5 12M20 15.5H5M8.5 12 5 15.5 8.5 19',
    articles: [
      'transfer_timing',
      'pending_transfer',
      'transfer_not_received_by_recipient',
      'cancel_transfer',
      'failed_transfer',
      'declined_transfer',
      'transfer_fee_charged',
      'transfer_into_account',
      'receiving_money',
      'balance_not_updated_after_bank_transfer',
      'beneficiary_not_allowed',
    ],
  },
  {
    id: 'top-ups',
    title: 'Top-ups',
    about: 'Add money by card, bank transfer, cash or cheque',
    icon: 'M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM12 8.5v7M8.5 12h7',
    articles: [
      'topping_up_by_card',
      'top_up_failed',
      'pending_top_up',
      'top_up_limits',
      'automatic_top_up',
      'apple_pay_or_google_pay',
      'top_up_by_cash_or_cheque',
      'verify_top_up',
      'top_up_reverted',
      'top_up_by_card_charge',
      'top_up_by_bank_transfer_charge',
      'supported_cards_and_currencies',
      'balance_not_updated_after_cheque_or_cash_deposit',
    ],
  },
  {
    id: 'cash',
    title: 'Cash',
    about: 'Withdrawals and cash machines, at home and abroad',
    icon: 'M3 7h18v10H3zM12 14.6a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.2zM6.2 10v4M17.8 10v4',
    articles: [
      'atm_support',
      'declined_cash_withdrawal',
      'cash_withdrawal_charge',
      'pending_cash_withdrawal',
      'card_swallowed',
      'wrong_amount_of_cash_received',
      'cash_withdrawal_not_recognised',
      'wrong_exchange_rate_for_cash_withdrawal',
    ],
  },
  {
    id: 'account-and-security',
    title: 'Account & security',
    about: 'Identity, personal details, lost cards and phones',
    icon: 'M12 3.5 5 6v5.5c0 4.2 2.8 7.3 7 9 4.2-1.7 7-4.8 7-9V6zM9 12l2.2 2.2L15.2 10',
    articles: [
      'lost_or_stolen_card',
      'compromised_card',
      'passcode_forgotten',
      'verify_my_identity',
      'lost_or_stolen_phone',
      'edit_personal_details',
      'unable_to_verify_identity',
      'why_verify_identity',
      'verify_source_of_funds',
      'country_support',
      'age_limit',
      'terminate_account',
    ],
  },
  {
    id: 'card-delivery',
    title: 'Card delivery',
    about: 'Order a card and find out when it arrives',
    icon: 'M3 6.5h11v10H3zM14 10h3.8L21 13.2v3.3h-7M7 19a1.8 1.8 0 1 0 0-3.6A1.8 1.8 0 0 0 7 19zM17 19a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z',
    articles: ['card_arrival', 'card_delivery_estimate', 'order_physical_card'],
  },
  {
    id: 'exchange',
    title: 'Exchange',
    about: 'Currencies, rates and what an exchange costs',
    icon: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM3.5 12h17M12 3.5c2.3 2.4 3.4 5.2 3.4 8.5s-1.1 6.1-3.4 8.5c-2.3-2.4-3.4-5.2-3.4-8.5s1.1-6.1 3.4-8.5z',
    articles: ['exchange_via_app', 'exchange_rate', 'exchange_charge', 'fiat_currency_support'],
  },
]

export const topicOf = (article: string): Topic | undefined => topics.find(topic => topic.articles.includes(article))

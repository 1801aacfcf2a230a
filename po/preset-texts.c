/* Copyright 2026 The Two Souls authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Made by build-aux/make-preset-texts from data/presets; read by translators only. */

/* 01-reported-trend.souls */
/* Translators: the title of a scenario that ships */
/* xgettext:no-c-format */
N_("Reported trend")
/* Translators: the question that it answers */
/* xgettext:no-c-format */
N_("What if everything goes on as the last fiscal year was?")
/* Translators: what it assumes and shows */
/* xgettext:no-c-format */
N_("Nothing is moved: growth, prices and costs are those of the base year, and growth fades to its long-run rate. A yardstick, not a forecast.")

/* 02-cloud-winter.souls */
/* Translators: the title of a scenario that ships */
/* xgettext:no-c-format */
N_("Cloud winter")
/* Translators: the question that it answers */
/* xgettext:no-c-format */
N_("What is left of the profit if the cloud stops growing?")
/* Translators: what it assumes and shows */
/* xgettext:no-c-format */
N_("AWS growth is set to zero and stays low for years, while its margin is untouched. Watch the whole company’s line bend while the line without AWS does not move.")

/* 03-cloud-price-war.souls */
/* Translators: the title of a scenario that ships */
/* xgettext:no-c-format */
N_("Cloud price war")
/* Translators: the question that it answers */
/* xgettext:no-c-format */
N_("How much of AWS’s profit is price?")
/* Translators: what it assumes and shows */
/* xgettext:no-c-format */
N_("Rivals force prices down: AWS’s margin falls to 15 % and its growth to 12 % a year. Both numbers are assumed. The stores are not touched.")

/* 04-all-first-party.souls */
/* Translators: the title of a scenario that ships */
/* xgettext:no-c-format */
N_("Everything first-party")
/* Translators: the question that it answers */
/* xgettext:no-c-format */
N_("What would Amazon earn if it sold everything itself?")
/* Translators: what it assumes and shows */
/* xgettext:no-c-format */
N_("The seller mix goes to zero over the phase-in: every good is bought and sold by Amazon. Sales rise, since the whole price counts and no longer only the fees; profit falls. The marginal product is taken to be the average one, a long stretch this far from today.")

/* 05-all-marketplace.souls */
/* Translators: the title of a scenario that ships */
/* xgettext:no-c-format */
N_("Everything marketplace")
/* Translators: the question that it answers */
/* xgettext:no-c-format */
N_("What would Amazon earn if it only ran the platform?")
/* Translators: what it assumes and shows */
/* xgettext:no-c-format */
N_("The seller mix goes to 95 %, the slider’s end: Amazon sells hardly anything itself and lives on fees and advertising. Sales shrink by accounting alone, and the margin rises.")

/* 06-free-fulfilment.souls */
/* Translators: the title of a scenario that ships */
/* xgettext:no-c-format */
N_("Free fulfilment")
/* Translators: the question that it answers */
/* xgettext:no-c-format */
N_("What is Fulfillment by Amazon worth to Amazon?")
/* Translators: what it assumes and shows */
/* xgettext:no-c-format */
N_("The FBA fee goes to zero while Amazon still picks, packs and ships. Sellers keep the difference, and the stores pay for it.")

/* 07-ads-off.souls */
/* Translators: the title of a scenario that ships */
/* xgettext:no-c-format */
N_("Advertising switched off")
/* Translators: the question that it answers */
/* xgettext:no-c-format */
N_("How much of the stores’ profit is advertising?")
/* Translators: what it assumes and shows */
/* xgettext:no-c-format */
N_("Advertising sales go to zero over the phase-in, and the profit that we estimate for them goes too. What is left is close to nothing: the hidden lever.")

/* 08-ai-capex-surge.souls */
/* Translators: the title of a scenario that ships */
/* xgettext:no-c-format */
N_("AI capital surge")
/* Translators: the question that it answers */
/* xgettext:no-c-format */
N_("What does building ahead of demand cost?")
/* Translators: what it assumes and shows */
/* xgettext:no-c-format */
N_("AWS spends 60 % of its sales on top of what sustains it in the first year, fading by 15 % a year. Sales do not follow by themselves here: move AWS growth too, to tell the story in which they do.")

/* 09-server-life-cut.souls */
/* Translators: the title of a scenario that ships */
/* xgettext:no-c-format */
N_("Servers live four years")
/* Translators: the question that it answers */
/* xgettext:no-c-format */
N_("How much of AWS’s profit is an accounting estimate?")
/* Translators: what it assumes and shows */
/* xgettext:no-c-format */
N_("The useful life of servers is cut to four years: depreciation rises, and so does replacement spending, since the life is meant economically here.")

/* 10-spin-off.souls */
/* Translators: the title of a scenario that ships */
/* xgettext:no-c-format */
N_("Spin-off with stranded costs")
/* Translators: the question that it answers */
/* xgettext:no-c-format */
N_("What would a real separation cost the stores?")
/* Translators: what it assumes and shows */
/* xgettext:no-c-format */
N_("“Without AWS” is taken to its last rung: all of the general and administrative cost that AWS carried stays with the stores for five years, computing is bought at AWS’s own mark-up, synergies are lost, and separating costs money once.")

/* 11-grocery-margins.souls */
/* Translators: the title of a scenario that ships */
/* xgettext:no-c-format */
N_("Retail at grocery margins")
/* Translators: the question that it answers */
/* xgettext:no-c-format */
N_("What if goods earned no more than a grocer’s do?")
/* Translators: what it assumes and shows */
/* xgettext:no-c-format */
N_("The margin on first-party goods falls to 18 %, an assumed figure for a trade with tight prices. Sellers’ fees and advertising stay.")

/* 12-walmart-overhead.souls */
/* Translators: the title of a scenario that ships */
/* xgettext:no-c-format */
N_("Retail at Walmart’s margin")
/* Translators: the question that it answers */
/* xgettext:no-c-format */
N_("How much dearer would the stores’ overhead have to be for them to earn as little as Walmart?")
/* Translators: what it assumes and shows */
/* xgettext:no-c-format */
N_("Overhead rises to 7.2 % of activity. From the third year on the stores then earn about the operating margin that Walmart publishes, 4.2 % of sales. Show the reference marks to compare.")

/* 13-flywheel-on.souls */
/* Translators: the title of a scenario that ships */
/* xgettext:no-c-format */
N_("The flywheel turns")
/* Translators: the question that it answers */
/* xgettext:no-c-format */
N_("What if low prices really bring customers and sellers?")
/* Translators: what it assumes and shows */
/* xgettext:no-c-format */
N_("Customers answer to prices, selection draws more of them, half of the stores’ profit and float goes into prices, and the market has an end. Nobody publishes these numbers: all four are assumed, to be argued about.")

/* 14-back-in-2014.souls */
/* Translators: the title of a scenario that ships */
/* xgettext:no-c-format */
N_("Back in fiscal 2014")
/* Translators: the question that it answers */
/* xgettext:no-c-format */
N_("Could anyone have seen it coming?")
/* Translators: what it assumes and shows */
/* xgettext:no-c-format */
N_("The base year is fiscal 2014: the first year in which AWS’s profit was reported, and the stores lost money. The projection stands beside what really came.")


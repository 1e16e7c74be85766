const ONSET = '(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|r|s|th|tr|t|v|x)?'
/** Rhymes without tone: open ones, those that end in a nasal or a glide, and those that are stopped. */
const OPEN =
  'a|ai|ao|au|ay|âu|ây|am|an|ang|anh|ăm|ăn|ăng|âm|ân|âng|e|eo|em|en|eng|ê|êu|êm|ên|ênh|i|ia|iu|im|in|inh|iê|iêu|iêm|iên|iêng|y|yêu|yêm|yên|yêng|' +
  'o|oi|om|on|ong|oong|oa|oai|oao|oay|oam|oan|oang|oanh|oăm|oăn|oăng|oe|oeo|oen|ô|ôi|ôm|ôn|ông|ôông|ơ|ơi|ơm|ơn|ơng|' +
  'u|ua|ui|um|un|ung|uân|uâng|uây|uê|uênh|uôi|uôm|uôn|uông|uơ|uy|uya|uyu|uyn|uynh|uyên|ư|ưa|ưi|ưu|ưm|ưn|ưng|ươi|ươu|ươm|ươn|ương'
const STOPPED =
  'ac|ach|ap|at|ăk|ăc|ăp|ăt|âc|âp|ât|ec|ep|et|êch|êp|êt|ich|ic|ip|it|iêc|iêp|iêt|yêt|oc|op|ot|ooc|oac|oach|oap|oat|oăc|oăt|oet|' +
  'ôc|ôp|ôt|ôôc|ơc|ơp|ơt|uc|up|ut|uât|uôc|uôt|uych|uyt|uyp|uyêt|uêch|ưc|ưt|ươc|ươp|ươt'
const OPEN_SYLLABLE = new RegExp(`^${ONSET}(?:${OPEN})$`, 'u')
const STOPPED_SYLLABLE = new RegExp(`^${ONSET}(?:${STOPPED})$`, 'u')
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/gu

/** Whether a word can be one written syllable of Vietnamese: an onset, a rhyme, and one tone at most; p t c ch take sắc or nặng. */
export function isVietnameseSyllable(word: string): boolean {
  if (word.length > 8) return false
  const parts = word.toLowerCase().normalize('NFD')
  const tones = parts.match(TONE) ?? []
  if (tones.length > 1) return false
  const plain = parts.replace(TONE, '').normalize('NFC')
  return OPEN_SYLLABLE.test(plain) || (STOPPED_SYLLABLE.test(plain) && /^[\u0301\u0323]$/u.test(tones.join('')))
}

"""Golden numbers of the family momentum; how to run it is in common.py."""

import talib

from common import AVERAGES, hold_back, main


def fill(columns, c):
    bars = c.high, c.low, c.close
    for n in (2, 14):
        columns.put(f"rsi({n})", talib.RSI(c.close, n))
    for n in (2, 14, 20):
        columns.put(f"cci({n})", talib.CCI(*bars, n))
    for n in (1, 10):
        columns.put(f"rate-of-change({n})", talib.ROC(c.close, n))
    columns.put("macd(12,26,9)", *talib.MACD(c.close, 12, 26, 9))
    columns.put("macd(3,7,1)", *talib.MACD(c.close, 3, 7, 1))
    columns.put("apo(12,26)", talib.APO(c.close, 12, 26, 1))
    columns.put("ppo(12,26)", talib.PPO(c.close, 12, 26, 1))
    for kind, number in AVERAGES:
        columns.put(f"apo(3,7,{kind})", talib.APO(c.close, 3, 7, number))
        columns.put(f"ppo(3,7,{kind})", talib.PPO(c.close, 3, 7, number))
        columns.put(f"macd-ext(3,7,4,{kind},{kind})", *talib.MACDEXT(c.close, 3, number, 7, number, 4, number))
        columns.put(f"stochastic(6,4,3,{kind},{kind})", *talib.STOCH(*bars, 6, 4, number, 3, number))
        columns.put(f"stochastic(6,1,3,sma,{kind})", *talib.STOCHF(*bars, 6, 3, number))
        columns.put(f"kdj(6,4,3,{kind})", *talib.KDJ(*bars, 6, 4, number, 3, number))
    columns.put("macd-ext(12,26,9)", *talib.MACDEXT(c.close, 12, 0, 26, 0, 9, 0))
    columns.put("macd-ext(3,7,4,ema,wma)", *talib.MACDEXT(c.close, 3, 1, 7, 1, 4, 2))
    for n in (1, 9):
        columns.put(f"macd-fix({n})", *talib.MACDFIX(c.close, n))
    columns.put("kdj(9,3,3)", *talib.KDJ(*bars))
    for n in (2, 14):
        columns.put(f"cmo({n})", talib.CMO(c.close, n))
        columns.put(f"cmo-plain({n})", talib.CMOU(c.close, n))
        columns.put(f"intraday-momentum({n})", talib.IMI(c.open, c.close, n))
        columns.put(f"williams-r({n})", talib.WILLR(*bars, n))
    for fast, slow, signal in ((5, 34, 5), (2, 5, 3)):
        columns.put(f"awesome({fast},{slow})", talib.AO(c.high, c.low, fast, slow))
        columns.put(f"accelerator({fast},{slow},{signal})", talib.AC(c.high, c.low, fast, slow, signal))
    columns.put("balance-of-power()", talib.BOP(c.open, *bars))
    for smooth, short, long in ((10, 11, 14), (3, 4, 2)):
        columns.put(f"coppock({smooth},{short},{long})", talib.COPPOCK(c.close, smooth, short, long))
    for n in (2, 5, 20):
        columns.put(f"dpo({n})", talib.DPO(c.close, n))
        columns.put(f"forecast-oscillator({n})", talib.FOSC(c.close, n))
        columns.put(f"elder-ray({n})", *talib.ERI(*bars, n))
    for n in (2, 10):
        columns.put(f"efficiency-ratio({n})", talib.ER(c.close, n))
        columns.put(f"qstick({n})", talib.QSTICK(c.open, c.close, n))
    for n in (1, 10):
        columns.put(f"momentum({n})", talib.MOM(c.close, n))
        ratios = talib.ROCR(c.close, n), talib.ROCR100(c.close, n), talib.ROCP(c.close, n)
        columns.put(f"change-ratio({n})", *ratios)
    for left, right in ((2, 2), (1, 3), (4, 1)):
        swings = [swing.astype(float) for swing in talib.FRACTAL(c.high, c.low, left, right)]
        columns.put(f"fractal({left},{right})", *hold_back(left + right + 1, *swings))
    for n, fast, slow, signal in ((13, 2, 25, 9), (3, 4, 2, 3)):
        columns.put(f"smi({n},{fast},{slow},{signal})", *talib.SMI(*bars, n, fast, slow, signal))
    for first, second in ((25, 13), (3, 5)):
        columns.put(f"tsi({first},{second})", talib.TSI(c.close, first, second))
    for n, span, signal in ((14, 14, 3), (14, 5, 3), (3, 4, 2)):
        columns.put(f"stochastic-rsi({n},{span},1,{signal})", *talib.STOCHRSI(c.close, n, span, signal, 0))
    columns.put("stochastic-rsi(14,5,1,3,ema)", *talib.STOCHRSI(c.close, 14, 5, 3, 1))
    for n in (2, 30):
        columns.put(f"trix({n})", talib.TRIX(c.close, n))
    for lengths in ((7, 14, 28), (2, 3, 4)):
        columns.put(f"ultimate({lengths[0]},{lengths[1]},{lengths[2]})", talib.ULTOSC(*bars, *lengths))
    columns.put("williams-ad()", talib.WAD(*bars))
    columns.put("stochastic(14,3,3)", *talib.STOCH(*bars, 14, 3, 0, 3, 0))
    columns.put("stochastic(5,1,4)", *talib.STOCH(*bars, 5, 1, 0, 4, 0))


if __name__ == "__main__":
    main("momentum", fill)

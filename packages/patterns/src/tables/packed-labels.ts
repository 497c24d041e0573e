// Written by scripts/pack-tables.mjs from facts/*.txt, where the sources are named: change those.
export const labelCharacters =
  "%,~%no8qde;c%=Avl0l|c_i<_.eg?}f_6x5/q//*w}x}(9r|0B0ecaC|0*.e@-]=>|h7=z*cn+6m1:{-_i]@5@p{<+e4%}y9*A~sszogcxo-<'+_.:n2Cggbw:b4j27cs|8bkkggg;->,a5-;i2z:%pj93~8q,;>,pC'o<%*&_+o04c~~7tvxh8_Bzh1z)r|28b=e=ffc~>tz~c(5abAn9rat>(b)+}rzs&fk(1xBt0k)n3s&d10e/,dm5lA6)xxumke40+^|}u9Cq~/1u85^Asy)]3tr*91^1{l?'{=}by;B+*%aif;56m:C*ln&_d88qm=b;d^fnnv]rj@xh&1@dhr}-'86zna'vc?|^x7'mu^,B.)m+5~{_9kn_1qxtbA~2z6j.nu?C=rh8y1B.Bu:orBd%))fh*6mvqj}~n~ayBwt_8@=8ynB<wk~}y5/)A^g./c,w91t|%shjrh'tt>x&r{/;Ak8|-vam|q|=%m4sa@wg/-hgt04;e*)]9,u=C4oynv(bC=A8z_v,Cdp67es}b9~zx9.o}lnftn{C(%vdvta's3p3z3nt8Bx^,,h|4:@";
export const neutralLabels =
  "%;c1~{w)@zgo%c1^>j4}Bax]?r]|qm4^1*u2'==kp02.m|yj*{gz:3gu}p@Abd<8iqnnn{;8vgoo_x=B_;wb--i'%~k;k^~6>,e^v1bi9-t{v9&zrd92C+80(7'x^2(jb6swf'hvz^fom(c=Bk{nqg:+pq+dyy49m7t%w,^m}r%w4^cdlAo_k3i^j+8m0.nor<<ia@mCqu50%sk7rs_d])bx<?r0q_nt1i^h57<:ibcB>g?8,<:ckt&_'0%.p%gv?B^6?=fs(wn(3}zzx9(%/hh?yshBr81kn~=2vq(au~C;99:qB8{o8Ar|igws1)hB3%C:dq}AC-3fwhpn%B9^2hxBaw]9bl&2ga/0+},}7d={-^=w|:3~'~d9+,k61j}mwCh3aql8d]7tCCerm8u&;3re{ld(q6-xrzbnnwc4=>aqvl-9}}^=&mfbmhsh|)9-~8xq}y<jz(y,sa;a-ce~(=6)^g{eb_}fj1{^w*-n0'zcu@jbuc(()~](n|t^zwqd=1i@2:'b<]At_=1&Bt|=yt~=j/vykxt=@,cc7}j>9a&?exf?C^i=13o_f,d)^5wf3}=7^|?.=f>6x?qt(0''l2nBfx{d<2ztA;]gw0pa-xdo3j;gs_i_mrad1*f+C4+n{0h_s9C}%s1x4,g)+p9'_";
export const addressLabels =
  "&>-??=5_^3pz^(0;}=4{::2v]j--,043?ueqsztAv/oC/d?{=;u_tp];sbah@g>w8]fz%o9aj>yf0314&h8ebzajiv//v;(fod@z5?odi9w+8d%ocp_|9/C~qjd@|+&11}g";
export const bankCardLabels = "&~)kfi]3t@8/a}c=/ca3jjpyoezer1_*+w8d06.0.|=.2yq-@C>sau^B^<f>(0ahx2:}76+c+%j)w";
export const birthDateLabels = ")7>v5_+'e%d5y5fw^1e>*=0-,C+q5w2s91u0B2c:C40^*.)9v";
export const cardExpiryLabels = "+63|^9(p-((q{a~7a^&|&hyap?/2%'xo|dnwB";
export const cvvLabels = ")9@itcah||ur&h;kdds^2hg3'@=j>f_1A7]x=bkcpx+{s9jn]4:b=z";
export const diplomaLabels =
  "'A?f57](aAqed=zl;,a9)x@07a78^5%(<^)k+|2qhkq-b)9Bxwe91kryx]>x7-sC%73,C6,=&}qk7>*x|lr=u/ir?0vw";
export const emailLabels = "*.}*0Bb'0jkg3,>&b*k{@*0h/h99)%rlb";
export const geoLocationLabels = "(18j1^dfb+snuuA)i]y6=<tu}<y{k)]_j0|+4tasC7nb4<d+_^dha(~48/~<*C";
export const hkMacauPermitLabels =
  "&{y<9uB]zmem07+x.y/&@p(ghl)Cyof^~Cz5-fe9{1.C,{?<?457{]C89)(_l_1@;%h?0q=)2tu;:Cn|lhh4c_]1|f*jA@um1bq";
export const housingFundLabels = "(4kh+@/egkm85>=BB4,@w51B/3i6;cy7mjk%{^jg,&_4vrb~li>m,z(/hw:=q+C{";
export const idCardLabels = "'z;=uko+)h911m}*wm{3?x2fcn9Buer~3v+||AlA=^3;B'tyC-51A,3*B]b|&e~svl:5vu";
export const imeiLabels = "(k3//g8m7ra|)={%2s&k30=h3l_-_12vp/}xeu6,j;w*,~s);o~,j/3zjo72-h0_7hz2orl}2@e";
export const ipAddressLabels = "*o^q(1b7=_2d%9ba+>|{=es'~6*{i?0)v1n*vpk1{@?Avt";
export const landlineLabels = "(A:j22}*r.bu;],cw;~4s>k>5:&*BqA0e{_6+u::w(k/=up7n4@cl5rq0wa,=B&;4";
export const licensePlateLabels = "(yy/u;(0idnmcy@,:|^i.(7*g|Cn|wo/>m-";
export const macAddressLabels = "*5)-=aCw'}jnec}h?9A^ni{='|]7bBtu2Ajt1qnx(-61e.y%n*tp";
export const medicalInsuranceLabels =
  "&x(u]+fe4tb_0*^mp}&r3-q=.B9;e%]pB6wCca}&n{^+rkz0xn%t;'k(g)1]s1l&x&?Cap3^|]*c=}]+(v3jd7)q:4rpk_0?~:qa5u24f";
export const militaryIdLabels =
  "&|*.~/derC>yrq>hlznB**.*s)2b4;d@gp47g-9uk*>k5j7mq?t.jn?@.tqxd<?c)}}-7zf@qB&4/b%s|ll%80{k]}h0cCf{ln";
export const nameLabels =
  "%sq1k+ew]k:n3Adx3%4Az]zt|9=:f-6o~)y&]_al+&w/i{y]di('-&c+%%_rlj~iks9z^2~zd(s]3q*|xn'lbk;xgmr5>w9.4=^/^x8C'rwpz.io?/sn68h|g4v903?-xfx%v&y-l-.)^}cx-,__r9z{|6;ob<v(wvvdyyqf?9A;=|4-.@*^_0|y*1]<pt-{t7=vc~.fbrpu4slC(15*y4/ua|{9w:lrzr0^a{~+_%-v.95:B~u=4";
export const passportLabels = "(A.b}cp{kl3_1w,j7ue9'@k6g,}1,}lsi?(q}.)8:=3alrne*khm6~l=";
export const passwordLabels = "*p?|pyv}v&mhkdfh0|@70sB+*w=b+k-4@4{.f^4<.3pAk|:f";
export const phoneLabels =
  "&l'}qu%Ba6y-A<z6A)}*zq.6r@l@zC~94f5B>(0=:1{}pkj~^hC(ocodn^y-m&;tr0z'*p_brup,:/4*rd/vx&v9^one,n>'jC)ebq,,-u)zxp:/CBd_5.{}:";
export const qqLabels = "+8_?y;=avm*t+e85{>p3g?ck;a5dz]5k";
export const residencePermitLabels =
  "&=y%|B=fv0Cu|Bay{wz&t+/9(_;j{9q/-}32:C%kb=*oyetv0|u:b}(.^u%<4%.%Azazvaprql|&j;s/nyk*:0^t_%?.h1:r4eqf-1B'^g_b+/h:q@xA+w;@-vA0]fox;1/|?,{e";
export const socialCreditCodeLabels =
  "(/j]d>u}p92)B+B+i8g-zmnAa(vcr'bbnC9w;vC*1B=n9vb/1Cr*0u43iu.l/j%_%g~df7af>d^]p7mi8l(*;0|ks7Al<6c,:9a>1bj;|~+6(";
export const taiwanPermitLabels = "(:(i,okvmk.'{@]o0t.:9xn/ovn%ei9?=?n3;*+n;9q>1s.a8>2iy('=zb7dd]6/zBo6yov@5(b0~'_~rw";
export const ticketNumberLabels =
  "&}ry5amznv0%i|,9))bzfo5o/cp8jik-?f/{teir@=u|hek}m~7d^wr8lvg:2f--tub:pkyy6e}(bi)='qe-)+3kgdB(v";
export const trackingNumberLabels =
  "&q{+mo@;f7Bcs;4m,vsh_^3&]ml2=f-A>%;g/r/9B%qm{k.^>,*8,jhb*xfa%zwBk8)xpi*e:&u*0vB8<g{,^,q><ioz~'|er~x4rB>95_+{y9lt";
export const vatInvoiceLabels = ")p1dpe01,z76kre2n9)odsy%diwqt=3mw@skch]20mte7&)j}";
export const vinLabels = "(j4wh)7@-+b*)y:scm7&%12e|*'@vpB.;]l4/v8&r*h=)b|b/g|qs0c>^:Cp{aq+";
export const wechatLabels = "*9lB2d/r-)_q>}w<s?las^{h&w]q9yl5w3=;+fBgB";
